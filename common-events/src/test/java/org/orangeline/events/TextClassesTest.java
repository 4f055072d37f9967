package org.orangeline.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.DepartureKind;

/** Each sealed field of each event has a class, which says who may read it. */
class TextClassesTest {

    @Test
    void every_sealed_text_has_a_class() {
        Set<String> sealed = new TreeSet<>();
        EventTypes.all().forEach(type -> sealed(type.name(), type.eventClass(), sealed));
        assertThat(sealed).hasSizeGreaterThan(50);
        assertThat(new TreeSet<>(TextClasses.all().keySet()))
                .as("TextClasses lists each sealed field once, and docs/security.md too")
                .isEqualTo(sealed);
    }

    @Test
    void a_place_in_a_list_does_not_matter_and_what_is_not_listed_is_for_the_fewest() {
        assertThat(TextClasses.of("FindingRecommended", "/grounds/12/statement"))
                .isEqualTo(TextClass.LEGAL);
        assertThat(TextClasses.of("KeepApartDeclared", "/reason")).isEqualTo(TextClass.PROTECTION);
        assertThat(TextClasses.of("UnheardOf", "/reason")).isEqualTo(TextClass.PROTECTION);
    }

    @Test
    void P8_why_a_rule_that_protects_is_broken_is_for_who_protects() {
        assertThat(TextClasses.of("OverrideRequested", "/reason")).isEqualTo(TextClass.PROTECTION);
        assertThat(TextClasses.of("OverrideRevoked", "/reason")).isEqualTo(TextClass.PROTECTION);
    }

    @Test
    void P9_why_an_authority_took_somebody_away_is_for_who_protects() {
        assertThat(left(DepartureKind.TAKEN_AWAY)).isEqualTo(TextClass.PROTECTION);
        assertThat(left(DepartureKind.HANDED_OVER)).isEqualTo(TextClass.PROTECTION);
        assertThat(TextClasses.of("PersonLeft", "/reason", JsonNodeFactory.instance.objectNode()))
                .isEqualTo(TextClass.PROTECTION);
        assertThat(left(DepartureKind.WITH_FAMILY)).isEqualTo(TextClass.OPERATIONAL);
        assertThat(left(DepartureKind.OWN_WAY)).isEqualTo(TextClass.OPERATIONAL);
    }

    private static TextClass left(DepartureKind kind) {
        return TextClasses.of(
                "PersonLeft",
                "/reason",
                JsonNodeFactory.instance.objectNode().put("kind", kind.name()));
    }

    private static void sealed(String path, Class<?> record, Set<String> found) {
        for (RecordComponent component : record.getRecordComponents()) {
            sealed(path + "/" + component.getName(), component.getGenericType(), found);
        }
    }

    private static void sealed(String path, Type type, Set<String> found) {
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == Confidential.class) {
                found.add(path);
            } else {
                for (Type inner : generic.getActualTypeArguments()) {
                    sealed(path, inner, found);
                }
            }
        } else if (type instanceof Class<?> one && one.isRecord()) {
            sealed(path, one, found);
        }
    }
}
