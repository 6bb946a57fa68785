package org.holdfast.chassis;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/**
 * Brings the mechanisms to a service: {@code @Import(Chassis.class)}. The service gives beans of {@code ServiceName},
 * {@code MessageTable} and {@code Routes}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChassisSettings.class)
@ComponentScan(
        basePackageClasses = Chassis.class,
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.holdfast\\.chassis\\..*Wiring"))
public class Chassis {}
