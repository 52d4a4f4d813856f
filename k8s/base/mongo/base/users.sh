#!/bin/bash
# Runs beside the server that is starting; the pod is ready when its users are there.
until (exec 3<> /dev/tcp/127.0.0.1/27017) 2> /dev/null; do sleep 0.5; done
exec mongosh --quiet admin /users/users.js
