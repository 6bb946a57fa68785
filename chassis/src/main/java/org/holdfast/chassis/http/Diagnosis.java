package org.holdfast.chassis.http;

import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.holdfast.chassis.vault.CaseErased;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;

/** Finds the problem behind an error; what is not known is {@code unexpected} and says nothing of the inside. */
final class Diagnosis {

    private Diagnosis() {}

    static Problem of(Throwable error) {
        Problem problem = known(error);
        for (Throwable cause = error.getCause(); problem == null && cause != null; cause = cause.getCause()) {
            problem = known(cause);
        }
        if (problem != null) {
            return problem;
        }
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Something went wrong here; repeat the request with the same Idempotency-Key, or report the instance.");
    }

    private static @Nullable Problem known(Throwable error) {
        return switch (error) {
            case Problem problem -> problem;
            case CaseErased erased ->
                Problem.of(HttpStatus.GONE, "case-erased", "The person's data was erased and nothing more is kept.");
            case AuthenticationServiceException down ->
                unavailable("sign-in-unavailable", "The token cannot be checked now; try again.");
            case AuthenticationException none ->
                Problem.of(HttpStatus.UNAUTHORIZED, "not-signed-in", "Send a valid bearer token.");
            case AccessDeniedException denied ->
                Problem.of(HttpStatus.FORBIDDEN, "not-permitted", "Your role or scope does not allow this.");
            case ServerExchangeRejectedException rejected ->
                Problem.of(HttpStatus.BAD_REQUEST, "malformed-request", "The request line or a header is malformed.");
            case DataBufferLimitException large ->
                Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is larger than this service takes.");
            case MethodNotAllowedException method -> notAllowed(method);
            case ResponseStatusException status ->
                of(HttpStatus.resolve(status.getStatusCode().value()), status);
            case DecodingException malformed ->
                Problem.of(HttpStatus.BAD_REQUEST, "malformed-body", "The body cannot be read.");
            case TimeoutException late -> unavailable("too-slow", "It took too long; try again with the same key.");
            default ->
                storeDown(error) ? unavailable("store-unavailable", "The store cannot be reached; try again.") : null;
        };
    }

    private static @Nullable Problem of(@Nullable HttpStatus status, ResponseStatusException error) {
        if (status == null || status.is5xxServerError()) {
            return null;
        }
        if (error.getCause() instanceof DataBufferLimitException) {
            return known(error.getCause());
        }
        return switch (status) {
            case NOT_FOUND -> Problem.notFound("There is nothing here.");
            case UNSUPPORTED_MEDIA_TYPE -> Requests.unsupported();
            case NOT_ACCEPTABLE ->
                Problem.of(status, "not-acceptable", "This service does not answer in the form that Accept asks for.");
            case BAD_REQUEST -> Problem.of(status, "malformed-request", "The request is malformed.");
            case CONTENT_TOO_LARGE -> Problem.of(status, "too-large", "The body is larger than this service takes.");
            default -> Problem.of(status, "refused", "The request cannot be answered as it is.");
        };
    }

    private static Problem notAllowed(MethodNotAllowedException error) {
        String allowed = error.getSupportedMethods().stream()
                .map(HttpMethod::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "This path takes: " + allowed + ".")
                .header(HttpHeaders.ALLOW, allowed);
    }

    private static Problem unavailable(String type, String detail) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, type, detail).header(HttpHeaders.RETRY_AFTER, "2");
    }

    /** By name, because the HTTP side does not know the driver. */
    private static boolean storeDown(Throwable error) {
        String name = error.getClass().getName();
        return name.startsWith("com.mongodb.Mongo")
                && (name.contains("Timeout")
                        || name.contains("Socket")
                        || name.contains("WriteConcern")
                        || name.contains("NotPrimary")
                        || name.contains("NodeIsRecovering")
                        || name.contains("ConnectionPool")
                        || name.contains("Interrupted"));
    }
}
