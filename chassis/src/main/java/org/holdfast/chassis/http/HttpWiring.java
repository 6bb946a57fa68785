package org.holdfast.chassis.http;

import org.holdfast.chassis.trace.Spans;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;

/** Wires the HTTP side: every error leaves as a problem document. */
@Configuration(proxyBeanMethods = false)
class HttpWiring {

    @Bean
    @Order(-2)
    ErrorWebExceptionHandler problemHandler() {
        return new ProblemHandler();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter serverSpans(ObjectProvider<Spans> spans) {
        return new ServerSpans(spans.getIfAvailable(Spans::off));
    }
}
