# One image for every service: `docker run IMAGE intake`. How it is run: docs/deployment.md
ARG JDK=eclipse-temurin:25-jdk
ARG JRE=eclipse-temurin:25-jre

FROM ${JDK} AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -q -DskipTests -pl intake-service,triage-service,referral-service,notification-service,identity,console,keeping -am \
      package dependency:copy-dependencies -DincludeScope=runtime \
 && deploy/assemble /opt/holdfast

FROM ${JRE}
COPY --from=build /opt/holdfast /opt/holdfast
# a number, so that no list of users is needed; make-secrets gives the key files to it
USER 10001:10001
WORKDIR /tmp
ENTRYPOINT ["/opt/holdfast/start"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=300s --retries=3 CMD ["/opt/holdfast/alive"]
