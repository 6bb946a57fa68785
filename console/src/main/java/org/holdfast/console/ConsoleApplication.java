package org.holdfast.console;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.holdfast.console.pages.AlertPage;
import org.holdfast.console.pages.AlertsPage;
import org.holdfast.console.pages.ConsentsPage;
import org.holdfast.console.pages.ContactPage;
import org.holdfast.console.pages.DeskPage;
import org.holdfast.console.pages.Files;
import org.holdfast.console.pages.FirstPage;
import org.holdfast.console.pages.InboxPage;
import org.holdfast.console.pages.LinkPage;
import org.holdfast.console.pages.LiveOutcome;
import org.holdfast.console.pages.LiveReferral;
import org.holdfast.console.pages.NotePage;
import org.holdfast.console.pages.Pages;
import org.holdfast.console.pages.QueuePage;
import org.holdfast.console.pages.ReferralPage;
import org.holdfast.console.pages.Telling;
import org.holdfast.console.pages.TrailPage;
import org.holdfast.console.services.Asking;
import org.holdfast.console.services.OnThisMachine;
import org.holdfast.console.services.ServiceName;
import org.holdfast.console.signin.Allowed;
import org.holdfast.console.signin.Callers;
import org.holdfast.console.signin.SignInWiring;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.thymeleaf.ITemplateEngine;
import reactor.netty.http.client.HttpClient;

/** Starts the console; everything it is made of stands on this page, and each auto-configuration is named. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleSettings.class)
@Import(SignInWiring.class)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    CodecsAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    WebFluxAutoConfiguration.class,
    ErrorWebFluxAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
public class ConsoleApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(ConsoleApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=console")
                .run(arguments);
    }

    @Bean
    Clock clock(ConsoleSettings settings) {
        return settings.console().clock();
    }

    /** Event loops of its own: where several share a process, closing one leaves the others alone. */
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

    /** A service that moved to another address is found there after a second, however long its old one may be kept. */
    @Bean
    WebClient webClient() {
        HttpClient client = HttpClient.create()
                .compress(true)
                .resolver(names ->
                        names.cacheMaxTimeToLive(Duration.ofSeconds(1)).cacheNegativeTimeToLive(Duration.ZERO));
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .build();
    }

    @Bean
    Asking asking(WebClient web, ConsoleSettings settings) {
        ConsoleSettings.Services services = settings.console().services();
        OnThisMachine near = new OnThisMachine(settings.trustedHosts());
        near.orSealed("holdfast.security.issuer", settings.security().issuer());
        near.orSealed("holdfast.console.services.intake", services.intake());
        near.orSealed("holdfast.console.services.triage", services.triage());
        near.orSealed("holdfast.console.services.referral", services.referral());
        near.orSealed("holdfast.console.services.notification", services.notification());
        return new Asking(
                web,
                Map.of(
                        ServiceName.INTAKE, services.intake(),
                        ServiceName.TRIAGE, services.triage(),
                        ServiceName.REFERRAL, services.referral(),
                        ServiceName.NOTIFICATION, services.notification()));
    }

    @Bean
    Pages pages(
            Callers callers,
            Asking asking,
            ITemplateEngine templates,
            Clock clock,
            WebClient web,
            ConsoleSettings settings) {
        Pages pages = new Pages(callers, clock);
        Files.on(pages);
        FirstPage.on(pages);
        new DeskPage(asking).on(pages);
        new ContactPage(asking).on(pages);
        new Telling(asking).on(pages);
        new ConsentsPage(asking).on(pages);
        new LiveOutcome(asking, templates).on(pages);
        new TrailPage(asking).on(pages);
        new QueuePage(asking).on(pages);
        new AlertsPage(asking).on(pages);
        new AlertPage(asking).on(pages);
        new ReferralPage(asking, clock).on(pages);
        new NotePage(asking).on(pages);
        new LiveReferral(asking, templates).on(pages);
        new InboxPage(asking).on(pages);
        new LinkPage(web, settings.console().services().notification()).on(pages);
        return pages;
    }

    @Bean
    Allowed allowed(Pages pages) {
        return pages.allowed();
    }

    @Bean
    RouterFunction<ServerResponse> routes(Pages pages) {
        return pages.router();
    }
}
