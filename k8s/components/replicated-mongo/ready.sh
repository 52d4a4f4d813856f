#!/bin/bash
# Succeeds when this member is the primary or a secondary. Asks `hello` in the server's own protocol, which needs no
# user; mongosh takes a second of CPU.
set -eu
exec 3<> "/dev/tcp/127.0.0.1/${1:-27017}"
# OP_MSG (2013, 52 bytes) with {hello: 1, $db: 'admin'} (31 bytes).
printf '\x34\0\0\0\1\0\0\0\0\0\0\0\xdd\x07\0\0\0\0\0\0\0\x1f\0\0\0\x10hello\0\1\0\0\0\2$db\0\6\0\0\0admin\0\0' >&3
size=$(head -c 4 <&3 | od -An -t u4)
# A field of type boolean (8) that is true (1).
head -c $((size - 4)) <&3 | LC_ALL=C grep -qaP '\x08(isWritablePrimary|secondary)\x00\x01'
