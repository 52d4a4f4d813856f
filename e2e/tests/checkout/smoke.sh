# The API's original smoke test, unchanged except that its address and cookie file
# come from the environment.
curl -k -c $COOKIE_JAR -X POST $BASE/api/users/signup \
  -H 'Content-Type: application/json' \
  -d '{"email":"test@example.com","password":"password"}'

PRODUCT_ID=$(curl -k -b $COOKIE_JAR -X POST $BASE/api/products \
  -H 'Content-Type: application/json' \
  -d '{"title":"iPhone","price":999,"quantity":5}' | jq -r '.id')

curl -k -b $COOKIE_JAR -X POST $BASE/api/cart/items \
  -H 'Content-Type: application/json' \
  -d "{\"productId\":\"$PRODUCT_ID\",\"quantity\":1}"

ORDER_ID=$(curl -k -b $COOKIE_JAR -X POST $BASE/api/orders \
  -H 'Content-Type: application/json' \
  -d "{\"items\":[{\"productId\":\"$PRODUCT_ID\",\"quantity\":1}]}" | jq -r '.id')

curl -k -b $COOKIE_JAR -X POST $BASE/api/payments \
  -H 'Content-Type: application/json' \
  -d "{\"token\":\"tok_visa\",\"orderId\":\"$ORDER_ID\"}"

printf "\n%s %s\n" "$PRODUCT_ID" "$ORDER_ID"
