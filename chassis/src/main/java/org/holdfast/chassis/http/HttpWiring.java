package org.holdfast.chassis.http;

import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Wires the HTTP side: every error leaves as a problem document. */
@Configuration(proxyBeanMethods = false)
class HttpWiring {

    @Bean
    @Order(-2)
    ErrorWebExceptionHandler problemHandler() {
        return new ProblemHandler();
    }
}
