# One image per service:
#   docker build --build-arg SERVICE=intake-service -t orangeline/intake-service:local .
# The service must be built before: ./mvnw -B -Dquick package
FROM eclipse-temurin:25-jre

ARG SERVICE

# The layers of a Quarkus application, those that change least first.
COPY ${SERVICE}/target/quarkus-app/lib/ /app/lib/
COPY ${SERVICE}/target/quarkus-app/quarkus/ /app/quarkus/
COPY ${SERVICE}/target/quarkus-app/app/ /app/app/
COPY ${SERVICE}/target/quarkus-app/quarkus-run.jar /app/
COPY docker/ready.sh /usr/local/bin/ready.sh
RUN chmod 0755 /usr/local/bin/ready.sh && chmod -R a+rX /app

ENV QUARKUS_HTTP_HOST=0.0.0.0 \
    QUARKUS_HTTP_PORT=8080 \
    QUARKUS_MANAGEMENT_PORT=9000 \
    JAVA_OPTS="-Xmx1g"

# The base image has this user; it owns nothing here.
USER 1000
WORKDIR /app
EXPOSE 8080

# The base image has neither curl nor wget.
HEALTHCHECK --interval=5s --timeout=6s --start-period=10m --retries=3 CMD ["/usr/local/bin/ready.sh"]

# exec, so that SIGTERM reaches Java and the service stops in order. Views only grow, and G1 would take that for a
# reason to mark the whole heap again and again; the launcher's ServiceProcess says the same.
ENTRYPOINT ["/bin/sh", "-c", "exec java -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=70 $JAVA_OPTS -XX:+ExitOnOutOfMemoryError -jar quarkus-run.jar"]
