#!/bin/bash
# Makes one set of the members, and on its primary the users.
set -eu
mongosh --quiet --nodb /set/initiate.js
hosts=$SET-0.$SET-members,$SET-1.$SET-members,$SET-2.$SET-members
# Who has the members' key may do everything, also before there is any user.
exec mongosh --quiet "mongodb://__system:$MONGO_KEY@$hosts/admin?authSource=local&replicaSet=shop" /users/users.js
