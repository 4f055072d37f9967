package org.orangeline.kit.rest;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.wiring.KitConfig;
import org.orangeline.runtime.kafka.Engine;

/**
 * Denies by default. In this order: no valid token, or {@link HeldTicket}, 401; an operation that
 * the token is not good for, or that is not there, 404; a role that may not 403; no valid {@link
 * DeviceToken} where a tablet has to say which one it is, or a call says which one kept it, 401.
 * Only then is the body looked at.
 *
 * <p>A call with another {@link Proof} than an officer's token gets a caller without any role, and
 * looks at the proof itself; {@link OpenCalls} says how often.
 */
public class AccessFilter {

    /** Path parameter of every call within an operation. */
    public static final String OPERATION = "op";

    private final VerifiedTokens<Caller> tokens;
    private final Operations operations;
    private final Engine<?, ?, ?, ?> engine;
    private final CurrentCaller current;
    private final HeldTickets tickets;
    private final DeviceTokens devices;
    private final Devices revoked;
    private final OpenCalls open;

    AccessFilter(
            JWTParser parser,
            JWTAuthContextInfo settings,
            KitConfig config,
            Operations operations,
            Engine<?, ?, ?, ?> engine,
            CurrentCaller current,
            HeldTickets tickets,
            DeviceTokens devices,
            Devices revoked,
            OpenCalls open) {
        this.tokens = VerifiedTokens.of(parser, settings, config, AccessFilter::caller);
        this.operations = operations;
        this.engine = engine;
        this.current = current;
        this.tickets = tickets;
        this.devices = devices;
        this.revoked = revoked;
        this.open = open;
    }

    /** Decides on the thread that took the request: refusing a call costs no other thread. */
    @ServerRequestFilter(nonBlocking = true)
    @Priority(Priorities.AUTHENTICATION)
    public @Nullable Response check(ContainerRequestContext request, ResourceInfo resource) {
        Access access = resource.getResourceMethod().getAnnotation(Access.class);
        if (access != null && access.proof() != Proof.OFFICER_TOKEN) {
            current.set(Caller.with(access.proof()));
            return open.refusal(request.getUriInfo().getPathParameters().getFirst(OPERATION))
                    .orElse(null);
        }
        String ticket = request.getHeaderString(HeldTicket.HEADER);
        if (ticket != null) {
            return byTicket(ticket, request, resource);
        }
        String token = token(request);
        if (token == null) {
            return unauthorized("A bearer token with a subject is needed.");
        }
        Optional<Caller> caller = tokens.known(token);
        return caller.isPresent() && isQuick(request)
                ? answer(caller.get(), request, resource)
                : null;
    }

    // A signature that is checked here would keep all other connections of the thread waiting.
    private boolean isQuick(ContainerRequestContext request) {
        String device = request.getHeaderString(DeviceToken.HEADER);
        return device == null || devices.isKnown(device);
    }

    /**
     * On the call's own thread: verifying a token may have to fetch the issuer's keys, and to check
     * a tablet's signature.
     */
    @ServerRequestFilter
    @Priority(Priorities.AUTHENTICATION)
    public @Nullable Response verify(ContainerRequestContext request, ResourceInfo resource) {
        if (current.isKnown()) {
            return null;
        }
        String token = token(request);
        if (token == null) {
            return unauthorized("A bearer token with a subject is needed.");
        }
        try {
            Optional<Caller> known = tokens.known(token);
            Optional<Caller> caller = known.isPresent() ? known : tokens.verify(token);
            return caller.isPresent()
                    ? answer(caller.get(), request, resource)
                    : unauthorized("A bearer token with a subject is needed.");
        } catch (ParseException e) {
            return unauthorized("The token is not valid.");
        }
    }

    private static @Nullable String token(ContainerRequestContext request) {
        return VerifiedTokens.bearer(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    }

    private static Optional<Caller> caller(JsonWebToken token, @Nullable String id) {
        return Optional.ofNullable(id).map(one -> Caller.of(token, one));
    }

    private @Nullable Response answer(
            Caller caller, ContainerRequestContext request, ResourceInfo resource) {
        Response denied = denied(caller, request, resource);
        if (denied == null) {
            denied = deniedTablet(request);
        }
        if (denied == null) {
            denied = deniedCaptor(caller, request, resource);
        }
        if (denied == null) {
            current.set(caller);
        }
        return denied;
    }

    private @Nullable Response deniedCaptor(
            Caller caller, ContainerRequestContext request, ResourceInfo resource) {
        String captor = request.getHeaderString(Captor.HEADER);
        current.setCaptor(captor);
        return Captor.refusal(captor, access(resource), caller.actor())
                .map(Problems::response)
                .orElse(null);
    }

    // Which tablet kept a call decides whose word stands against whose: nobody says it unproven. Of
    // a call by ticket it was looked at when it was uploaded.
    private @Nullable Response deniedTablet(ContainerRequestContext request) {
        String stated = request.getHeaderString(DeviceToken.DEVICE_ID);
        if (stated == null) {
            return null;
        }
        List<String> operation = request.getUriInfo().getPathParameters().get(OPERATION);
        DeviceToken device = shown(request, operation).orElse(null);
        if (device == null || !device.deviceId().equals(stated)) {
            return unauthorized(
                    DeviceToken.DEVICE_ID
                            + " is believed with a token of that tablet in the header "
                            + DeviceToken.HEADER
                            + ", for this operation and not run out.");
        }
        current.setDevice(device);
        return device.revoked() || revoked.isRevoked(device.operation(), stated)
                ? Problems.response(
                        Problem.of(
                                403,
                                DeviceToken.REVOKED,
                                "Device revoked",
                                "What it kept is uploaded as a batch, and decided once a human has"
                                        + " released it."))
                : null;
    }

    // Nothing but the call that the ticket names; its body is compared before it is decided.
    private @Nullable Response byTicket(
            String header, ContainerRequestContext request, ResourceInfo resource) {
        HeldTicket ticket = tickets.read(header).orElse(null);
        if (ticket == null
                || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null
                || !ticket.method().equals(request.getMethod())
                || !ticket.path().equals(request.getUriInfo().getRequestUri().getRawPath())
                || request.getUriInfo().getRequestUri().getRawQuery() != null
                || !ticket.itemId()
                        .toString()
                        .equals(request.getHeaderString(Commands.IDEMPOTENCY_KEY))
                || !HeldTicket.BOUND.stream()
                        .allMatch(name ->
                                Objects.equals(
                                        ticket.headers().get(name),
                                        request.getHeaderString(name)))) {
            return unauthorized("The ticket is not good for this call.");
        }
        Caller caller = ticket.caller();
        Response denied = denied(caller, request, resource);
        if (denied == null) {
            denied = deniedDecision(resource);
        }
        if (denied == null) {
            current.setCaptor(request.getHeaderString(Captor.HEADER));
            current.set(caller, ticket);
        }
        return denied;
    }

    // Who released it would decide in the name of who uploaded it.
    private static @Nullable Response deniedDecision(ResourceInfo resource) {
        return access(resource).decides() ? Problems.response(Captor.MAKE_ANEW) : null;
    }

    // Without one the call was denied before.
    private static Access access(ResourceInfo resource) {
        return Objects.requireNonNull(resource.getResourceMethod().getAnnotation(Access.class));
    }

    private @Nullable Response denied(
            Caller caller, ContainerRequestContext request, ResourceInfo resource) {
        List<String> operation = request.getUriInfo().getPathParameters().get(OPERATION);
        Access access = resource.getResourceMethod().getAnnotation(Access.class);
        if (operation != null
                && !isUnderAnAgreement(access, caller)
                && !(caller.operations().contains(operation.getFirst())
                        && operations.exists(operation.getFirst()))) {
            return Problems.response(notKnown(caller, operation.getFirst()));
        }
        if (access == null || !allows(access, caller)) {
            return Problems.response(
                    Problem.of(
                            403,
                            "forbidden",
                            "Not allowed",
                            "None of the token's roles may make this call."));
        }
        return access.fromDevice() ? fromNowhere(request, operation) : null;
    }

    private @Nullable Response fromNowhere(
            ContainerRequestContext request, @Nullable List<String> operation) {
        Optional<DeviceToken> device = shown(request, operation);
        device.ifPresent(current::setDevice);
        return device.isPresent()
                ? null
                : unauthorized(
                        "A token of the tablet is needed in the header "
                                + DeviceToken.HEADER
                                + ", for this operation and not run out.");
    }

    private Optional<DeviceToken> shown(
            ContainerRequestContext request, @Nullable List<String> operation) {
        String header = request.getHeaderString(DeviceToken.HEADER);
        return header == null || operation == null
                ? Optional.empty()
                : devices.read(header, operation.getFirst());
    }

    // An agency's token is good for what its agreement says, and that is for the call to look up.
    private static boolean isUnderAnAgreement(@Nullable Access access, Caller caller) {
        return access != null
                && List.of(access.value()).contains(Role.AGENCY)
                && caller.has(Role.AGENCY)
                && caller.agency() != null;
    }

    /** Who rebuilds its view, or was paused, cannot tell that an operation is not there. */
    private Problem notKnown(Caller caller, String operation) {
        return caller.operations().contains(operation) && !engine.isSureOfAbsence(operation)
                ? ProblemException.unavailable("The view is not known to be current.").problem()
                : Operations.notFound();
    }

    private static boolean allows(Access access, Caller caller) {
        return access.everyOfficer()
                ? caller.roles().stream().anyMatch(Role::isOfficer)
                : caller.hasAny(List.of(access.value()));
    }

    private static Response unauthorized(String detail) {
        return Problems.response(
                Problem.of(401, "unauthorized", "Authentication required", detail));
    }
}
