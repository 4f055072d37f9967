package org.orangeline.kit.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Writes into the OpenAPI document how long a text may be, and that it has to say something. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class SaidTextsDocument implements OASFilter {

    private static final DotName SAYS = DotName.createSimple(Says.class.getName());
    private static final DotName SCHEMA =
            DotName.createSimple(
                    org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName());

    private final List<AnnotationInstance> texts;

    public SaidTextsDocument(IndexView index) {
        texts = List.copyOf(index.getAnnotations(SAYS));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        for (AnnotationInstance says : texts) {
            FieldInfo field = field(says.target());
            if (field == null) {
                continue;
            }
            Schema schema = schemas.get(name(field.declaringClass()));
            Schema text =
                    schema == null || schema.getProperties() == null
                            ? null
                            : text(schema.getProperties().get(field.name()));
            if (text != null) {
                describe(text, says);
            }
        }
    }

    private static @Nullable FieldInfo field(AnnotationTarget target) {
        return switch (target.kind()) {
            case FIELD -> target.asField();
            case TYPE -> {
                AnnotationTarget within = target.asType().enclosingTarget();
                yield within != null && within.kind() == AnnotationTarget.Kind.FIELD
                        ? within.asField()
                        : null;
            }
            default -> null;
        };
    }

    private static String name(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    /** The property, or what a list or map of texts has in it. */
    private static @Nullable Schema text(@Nullable Schema property) {
        if (property == null) {
            return null;
        }
        if (property.getItems() != null) {
            return property.getItems();
        }
        return property.getAdditionalPropertiesSchema() == null
                ? property
                : property.getAdditionalPropertiesSchema();
    }

    private static void describe(Schema text, AnnotationInstance says) {
        AnnotationValue min = says.value("min");
        text.setMinLength(min == null ? 1 : min.asInt());
        text.setMaxLength(says.value("max").asInt());
        if (text.getPattern() == null) {
            text.setPattern("[\\p{L}\\p{N}]");
        }
    }
}
