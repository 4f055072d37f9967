package org.orangeline.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orangeline.bench.load.Requests;
import org.orangeline.launcher.stack.ServiceProcess;

/**
 * How far a service's view is, from its readiness page.
 *
 * @param ready whether it answers requests
 * @param folded events that the view holds, its own and those of others
 * @param target events that were in the log at the start; 0 while it does not know
 * @param percent of the target
 * @param sequence of its own last event, over all partitions
 */
public record Progress(boolean ready, long folded, long target, long percent, long sequence) {
    /** The service does not answer yet. */
    public static final Progress NONE = new Progress(false, 0, 0, 0, 0);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SEQUENCE = Pattern.compile(" at (\\d+) knows");

    /** Asks now. */
    public static Progress of(URI service) {
        try {
            URI management = ServiceProcess.management(service);
            Once.Answer answer =
                    Once.send(management, new Requests(management, "").get("/q/health/ready"));
            return parsed(answer.status(), answer.body());
        } catch (LostException | IOException e) {
            return NONE;
        }
    }

    static Progress parsed(int status, byte[] body) throws IOException {
        for (JsonNode check : JSON.readTree(body).path("checks")) {
            JsonNode data = check.path("data");
            if (data.has("events folded")) {
                long sequence = 0;
                for (JsonNode value : data) {
                    Matcher matcher = SEQUENCE.matcher(value.asText());
                    sequence += matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
                }
                return new Progress(
                        status == 200,
                        data.path("events folded").asLong(),
                        data.path("events in the log at start").asLong(),
                        data.path("percent").asLong(),
                        sequence);
            }
        }
        return NONE;
    }

    /** Whether the view has reached what was in the log at the start. */
    public boolean caughtUp() {
        return percent == 100 && folded >= target;
    }
}
