package org.orangeline.kit.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.orangeline.runtime.ToldTime;

/** Writes into the OpenAPI document what a time may be that a caller tells. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ToldTimesDocument implements OASFilter {

    private static final String TOLD = "at";
    private static final String COMPONENT = "#/components/schemas/";

    /** What every body says of its {@code at}. */
    static final String DESCRIPTION =
            "When it happened; now when it is left out. Up to "
                    + ToldTime.CLOCKS_DIFFER.toMinutes()
                    + " minutes ahead of the server's clock are accepted, because clocks of tablets"
                    + " differ, and as much before the fact that it follows. Any other time that"
                    + " cannot be is refused (422).";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation ->
                        operation.getRequestBody() != null
                                && operation.getRequestBody().getContent() != null)
                .flatMap(operation ->
                        operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .filter(type -> type.getSchema() != null)
                .forEach(type -> describe(type.getSchema(), document));
    }

    private static void describe(Schema body, OpenAPI document) {
        Schema schema = body;
        if (body.getRef() != null
                && body.getRef().startsWith(COMPONENT)
                && document.getComponents() != null
                && document.getComponents().getSchemas() != null) {
            schema =
                    document.getComponents()
                            .getSchemas()
                            .get(body.getRef().substring(COMPONENT.length()));
        }
        Map<String, Schema> properties = schema == null ? null : schema.getProperties();
        Schema told = properties == null ? null : properties.get(TOLD);
        if (told != null) {
            told.setDescription(DESCRIPTION);
        }
    }
}
