package org.orangeline.runtime.scenario;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * A map that counts how often something is looked up in it: a test of how much work a decision is
 * holds it by that, and by no clock.
 */
public final class CountedMap<K, V> extends AbstractMap<K, V> implements PMap<K, V> {

    private final PMap<K, V> map;
    private long lookups;

    public CountedMap(PMap<K, V> map) {
        this.map = map;
    }

    public long lookups() {
        return lookups;
    }

    @Override
    public @Nullable V get(Object key) {
        lookups++;
        return map.get(key);
    }

    @Override
    public V getOrDefault(Object key, V otherwise) {
        lookups++;
        return map.getOrDefault(key, otherwise);
    }

    @Override
    public boolean containsKey(Object key) {
        lookups++;
        return map.containsKey(key);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return map.entrySet();
    }

    @Override
    public PMap<K, V> plus(K key, V value) {
        return map.plus(key, value);
    }

    @Override
    public PMap<K, V> plusAll(Map<? extends K, ? extends V> other) {
        return map.plusAll(other);
    }

    @Override
    public PMap<K, V> minus(Object key) {
        return map.minus(key);
    }

    @Override
    public PMap<K, V> minusAll(Collection<?> keys) {
        return map.minusAll(keys);
    }
}
