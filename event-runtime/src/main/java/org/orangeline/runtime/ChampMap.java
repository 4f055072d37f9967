package org.orangeline.runtime;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.AbstractUnmodifiableMap;
import org.pcollections.PMap;

/**
 * A persistent map as a compressed hash-array mapped prefix tree (CHAMP, Steindorff and Vinju
 * 2015): at a million entries four steps to each, where a binary tree takes twenty, and a change
 * copies four small arrays. Its order follows the hashes of the keys and means nothing.
 */
public final class ChampMap<K, V> extends AbstractUnmodifiableMap<K, V> implements PMap<K, V> {

    private static final ChampMap<?, ?> EMPTY = new ChampMap<>(ExtensionsKt.persistentHashMapOf());

    private final PersistentMap<K, V> entries;

    private ChampMap(PersistentMap<K, V> entries) {
        this.entries = entries;
    }

    /** The map without entries. */
    @SuppressWarnings("unchecked")
    public static <K, V> ChampMap<K, V> empty() {
        return (ChampMap<K, V>) EMPTY;
    }

    private ChampMap<K, V> with(PersistentMap<K, V> changed) {
        if (changed == entries) {
            return this;
        }
        return changed.isEmpty() ? empty() : new ChampMap<>(changed);
    }

    @Override
    public ChampMap<K, V> plus(K key, V value) {
        return with(entries.put(key, value));
    }

    @Override
    public ChampMap<K, V> plusAll(Map<? extends K, ? extends V> others) {
        return with(entries.putAll(others));
    }

    @Override
    @SuppressWarnings("unchecked")
    public ChampMap<K, V> minus(Object key) {
        return with(entries.remove((K) key));
    }

    @Override
    @SuppressWarnings("unchecked")
    public ChampMap<K, V> minusAll(Collection<?> keys) {
        return with(ExtensionsKt.minus(entries, (Iterable<? extends K>) keys));
    }

    @Override
    public @Nullable V get(Object key) {
        return entries.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return entries.entrySet();
    }

    @Override
    public Set<K> keySet() {
        return entries.keySet();
    }

    @Override
    public Collection<V> values() {
        return entries.values();
    }
}
