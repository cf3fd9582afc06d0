"""The peer: a function of Python's standard library alone, json and http, which does what ProgressDisconnect does: one delete in the table."""
import http.client
import json
import os

api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
table = http.client.HTTPConnection(os.environ["AWS_ENDPOINT_URL_DYNAMODB"].removeprefix("http://").rstrip("/"))

while True:
    api.request("GET", "/2018-06-01/runtime/invocation/next")
    event = api.getresponse()
    request_id = event.headers["Lambda-Runtime-Aws-Request-Id"]
    connection = json.loads(event.read())["requestContext"]["connectionId"]
    key = {"PK": {"S": "_platform#connection#" + connection}, "SK": {"S": "connection"}}
    body = json.dumps({"TableName": os.environ["GHOSTBUSTERS_TABLE_ANALYSIS"], "Key": key})
    table.request("POST", "/", body, {"Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "DynamoDB_20120810.DeleteItem"})
    deleted = table.getresponse()
    deleted.read()
    answer = {"statusCode": 200 if deleted.status == 200 else 500, "headers": {"cache-control": "no-store"}}
    api.request("POST", f"/2018-06-01/runtime/invocation/{request_id}/response", json.dumps(answer, separators=(",", ":")), {"Content-Type": "application/json"})
    api.getresponse().read()
