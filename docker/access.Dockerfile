# ./orangeline without a broker of its own, to secure the one in the compose file.
# The launcher must be built before: ./mvnw -B -Dquick package
FROM eclipse-temurin:25-jre

COPY launcher/target/lib/ /app/lib/
COPY launcher/target/classes/ /app/classes/
RUN chmod -R a+rX /app

USER 1000
ENTRYPOINT ["java", "-Xmx128m", "-XX:+UseSerialGC", "-cp", "/app/classes:/app/lib/*", "org.orangeline.launcher.Main"]
