#!/bin/bash
# Runs while the server starts; the pod is ready when its users exist.
until (exec 3<> /dev/tcp/127.0.0.1/27017) 2> /dev/null; do sleep 0.5; done
exec mongosh --quiet admin /users/users.js
