#!/usr/bin/env bash
# Health check of a container: succeeds when the service is ready. The base image has neither curl nor
# wget; with TLS openssl, which its certificates came with, is the client, and it believes nobody else.
set -eu
port=${QUARKUS_MANAGEMENT_PORT:-9000}
ask() {
    printf 'GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'
}
if [ -n "${ORANGELINE_TLS_CERTIFICATE:-}" ]; then
    answer=$(ask | timeout 5 openssl s_client -quiet -verify_quiet -verify_return_error \
        -verify_hostname localhost -CAfile "${ORANGELINE_TLS_TRUST:-/etc/ssl/certs/ca-certificates.crt}" \
        -connect "127.0.0.1:$port" 2>/dev/null | head -n 1)
else
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    ask >&3
    read -r -t 5 answer <&3
fi
[[ $answer == 'HTTP/1.1 200'* ]]
