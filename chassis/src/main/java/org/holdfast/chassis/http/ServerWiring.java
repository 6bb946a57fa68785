package org.holdfast.chassis.http;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/** Gives each service event loops of its own: where several share a process, closing one leaves the others alone; and keeps connections read. */
@Configuration(proxyBeanMethods = false)
class ServerWiring {

    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        return resources;
    }

    @Bean
    NettyServerCustomizer keepReading() {
        return KeepReading::on;
    }
}
