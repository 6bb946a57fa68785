package org.holdfast.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.holdfast.chassis.security.RouteAccessContract;
import org.holdfast.chassis.security.Routes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.reactive.server.WebTestClient;

class AccessTest extends RouteAccessContract {

    private static RunningNotification service;

    @BeforeAll
    static void start() {
        service = new RunningNotification();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Override
    protected List<Routes.Route> table() {
        return service.routes();
    }

    @Override
    protected WebTestClient client() {
        return service.http("");
    }

    @Test
    void hearsEveryTopicByABeanThatIsThere() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("notification.yml"));
        var settings = yaml.getObject();
        assertThat(settings).isNotNull();
        String[] names =
                settings.getProperty("spring.cloud.function.definition").split(";");
        assertThat(names).hasSize(4);
        for (String name : names) {
            assertThat(service.consumer(name)).isInstanceOf(Consumer.class);
            assertThat(settings).containsKey("spring.cloud.stream.bindings." + name + "-in-0.destination");
        }
    }
}
