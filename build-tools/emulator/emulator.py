"""The AWS emulator (moto), as the tests need it.

Prints its port, then serves on the loopback until standard input ends, so that it never outlives whoever started it.

Three things moto does by itself would make tests lie, and are switched off:
- it hands messages, stream records and what is published to Lambda functions the moment they arrive, in containers, and they
  are gone for a test's reader: who holds the functions is whoever started it;
- its conditional writes are not atomic: two threads can both find that an item is not there;
- nor is receiving: two threads can both find that a message is visible; and a stream's reader sees what is undone.

What it forgets would keep Terraform waiting for ever, or would be set again by every plan, or would be missing where somebody
reads what was deployed: which queues may redrive into a queue, a redrive policy as it was written, where a function's letters
and lines go and what becomes of its start, which alias an event source invokes and of which one the failures are kept, which
media types an API takes as bytes, who may call an imported API's methods. Here it is told back.

Two things it answers in a way that no client reads: when what becomes of a function's failures was last changed, and that
nothing keeps a function warm, which is all there can be there.

One thing it cannot read: an integration of an imported API that calls nothing.

One thing would make them slow, and is done another way with the same effect: it copies the whole table once for each
write of a transaction, to put the copy back where one fails. Here only what the transaction touches is copied and put back.
"""

import copy
import json
import logging
import sys
import threading
import time
import types
from urllib.parse import unquote

from moto.apigateway.models import APIGatewayBackend, RestAPI
from moto.awslambda import urls as lambda_urls
from moto.awslambda.models import EventSourceMapping, LambdaBackend, LambdaFunction
from moto.awslambda.responses import LambdaResponse
from moto.dynamodb import models
from moto.dynamodb.models.dynamo_type import DynamoType
from moto.dynamodb.models.table import Table
from moto.dynamodb.responses import DynamoHandler
from moto.dynamodbstreams.models import DynamoDBStreamsBackend
from moto.iam.access_control import PermissionResult
from moto.s3.models import FakeBucket
from moto.server import ThreadedMotoServer
from moto.sqs.models import Queue, SQSBackend


def keep_messages_for_readers():
    create = LambdaBackend.create_event_source_mapping

    def create_and_forget(self, spec):
        mapping = create(self, spec)
        for backend in ("sqs_backends", "dynamodb_backends"):
            forget_pushes(backend, self.account_id, self.region_name)
        return mapping

    LambdaBackend.create_event_source_mapping = create_and_forget
    LambdaBackend.send_sns_message = lambda *_, **__: None


def forget_pushes(name, account, region):
    from moto import dynamodb, sqs

    if name == "sqs_backends":
        for queue in sqs.models.sqs_backends[account][region].queues.values():
            queue.lambda_event_source_mappings.clear()
    else:
        for table in dynamodb.models.dynamodb_backends[account][region].tables.values():
            table.lambda_event_source_mappings.clear()


def one_write_at_a_time():
    lock = threading.Lock()
    call_action = DynamoHandler.call_action

    def locked(self):
        with lock:
            return call_action(self)

    read = DynamoDBStreamsBackend.get_records

    def read_between_writes(self, *rest, **named):
        # Or a reader gets the records of a transaction that is undone, and skips those that take their numbers.
        with lock:
            return read(self, *rest, **named)

    DynamoHandler.call_action = locked
    DynamoDBStreamsBackend.get_records = read_between_writes


def one_receive_at_a_time():
    lock = threading.Lock()
    receive = SQSBackend.receive_message

    def locked(self, queue_name, count, wait_seconds_timeout, *rest, **named):
        end = time.monotonic() + (wait_seconds_timeout or 0)
        while True:
            # Each look by itself: who waits for a message keeps nobody else from looking.
            with lock:
                found = receive(self, queue_name, count, 0, *rest, **named)
            if found or time.monotonic() >= end:
                return found
            time.sleep(0.02)

    SQSBackend.receive_message = locked


def queues_that_tell_what_they_were_told():
    told = Queue.attributes.fget

    def all_of_it(self):
        attributes = told(self)
        allowed = getattr(self, "redrive_allow_policy", None)
        if allowed:
            attributes["RedriveAllowPolicy"] = allowed
        if self.redrive_policy:
            attributes["RedrivePolicy"] = json.dumps(self.redrive_policy, separators=(",", ":"))
        return attributes

    Queue.attributes = property(all_of_it)


def functions_that_tell_what_they_were_told():
    forgotten = ("DeadLetterConfig", "KMSKeyArn", "LoggingConfig")
    make, update, tell = LambdaFunction.__init__, LambdaFunction.update_configuration, LambdaFunction.get_configuration

    def hear(self, spec):
        self.heard = getattr(self, "heard", {}) | {key: spec[key] for key in (*forgotten, "SnapStart") if spec.get(key)}

    def make_and_hear(self, account_id, spec, *rest, **named):
        make(self, account_id, spec, *rest, **named)
        hear(self, spec)

    def update_and_hear(self, updates):
        hear(self, updates)
        if "TracingConfig" in updates:
            self.tracing_config = updates["TracingConfig"]
        return update(self, updates)

    def tell_all(self, *rest, **named):
        heard = getattr(self, "heard", {})
        snap_start = {"OptimizationStatus": "Off"} | heard.get("SnapStart", {"ApplyOn": "None"})
        return tell(self, *rest, **named) | {key: heard[key] for key in forgotten if key in heard} | {"SnapStart": snap_start}

    LambdaFunction.__init__ = make_and_hear
    LambdaFunction.update_configuration = update_and_hear
    LambdaFunction.get_configuration = tell_all


def sources_that_tell_whom_they_invoke():
    tell, update = EventSourceMapping.get_configuration, LambdaBackend.update_event_source_mapping

    def tell_as_written(self):
        written = self.function_name
        return tell(self) | ({"FunctionArn": written} if written.startswith("arn:") else {})

    def update_and_keep(self, uuid, spec):
        mapping = update(self, uuid, spec)
        if mapping and "FunctionName" in spec:
            mapping.function_name = spec["FunctionName"]
        return mapping

    EventSourceMapping.get_configuration = tell_as_written
    LambdaBackend.update_event_source_mapping = update_and_keep


def lists_beside_functions():
    put, tell = LambdaResponse.put_function_event_invoke_config, LambdaBackend.list_function_event_invoke_configs

    def put_for_an_alias(self):
        answer = put(self)
        config = self.backend.get_function(unquote(self.path.rsplit("/", 2)[1])).event_invoke_config[-1]
        qualifier = self._get_param("Qualifier")
        if qualifier and not config.arn.endswith(":" + qualifier):
            config.arn += ":" + qualifier
        return answer

    LambdaResponse.put_function_event_invoke_config = put_for_an_alias

    def tell_when_as_a_number(self, function_name):
        told = tell(self, function_name)
        configs = [config | {"LastModified": time.time()} for config in told["FunctionEventInvokeConfigs"]]
        return told | {"FunctionEventInvokeConfigs": configs}

    LambdaBackend.list_function_event_invoke_configs = tell_when_as_a_number
    path = r"{0}/(?P<api_version>[^/]+)/functions/(?P<function_name>[\w_:%-]+)/provisioned-concurrency/?$"

    def nothing_kept_warm(request, full_url, headers):
        if request.method != "GET":
            return LambdaResponse.dispatch(request, full_url, headers)
        return 200, {}, json.dumps({"ProvisionedConcurrencyConfigs": []})

    lambda_urls.url_paths[path] = nothing_kept_warm


def apis_that_tell_their_media_types():
    patch = RestAPI.apply_patch_operations
    prefix = "/binaryMediaTypes/"

    def patch_them_too(self, operations):
        for operation in operations:
            if operation["path"].startswith(prefix):
                # A JSON Pointer: ~1 is a slash, ~0 a tilde.
                media_type = operation["path"][len(prefix) :].replace("~1", "/").replace("~0", "~")
                kept = [each for each in self.binaryMediaTypes if each and each != media_type]
                self.binaryMediaTypes = kept + ([media_type] if operation["op"] == "add" else [])
        patch(self, [each for each in operations if not each["path"].startswith(prefix)])

    RestAPI.apply_patch_operations = patch_them_too


def integrations_that_call_nothing():
    put = APIGatewayBackend.put_integration

    def put_whatever_it_calls(self, *args, **named):
        named.setdefault("uri", "")
        named.setdefault("integration_method", "")
        return put(self, *args, **named)

    APIGatewayBackend.put_integration = put_whatever_it_calls


def imported_apis_that_tell_who_may_call():
    put = APIGatewayBackend.put_rest_api

    def put_and_tell(self, function_id, api_doc, *rest, **named):
        api = put(self, function_id, api_doc, *rest, **named)
        schemes = api_doc.get("components", {}).get("securitySchemes", {})
        for path, operations in api_doc["paths"].items():
            methods = api.get_resource_for_path(path).resource_methods
            for verb, operation in operations.items():
                method = methods.pop(verb.upper())
                method.http_method = "ANY" if verb.startswith("x-") else verb.upper()
                methods[method.http_method] = method
                wanted = [schemes[name] for each in operation.get("security", api_doc.get("security", [])) for name in each]
                signed = any(each.get("x-amazon-apigateway-authtype") == "awsSigv4" for each in wanted)
                method.authorization_type = "AWS_IAM" if signed else "NONE"
                method.api_key_required = any(each.get("name") == "x-api-key" for each in wanted)
                if method.method_integration:
                    method.method_integration.integration_type = method.method_integration.integration_type.upper()
        return api

    APIGatewayBackend.put_rest_api = put_and_tell


def buckets_that_leave_it_to_others_who_may_do_what():
    # It denies whatever a policy's Deny names, with no look at the condition: nobody gets at a bucket that wants TLS.
    FakeBucket.get_permission = lambda *_: PermissionResult.PERMITTED


def transactions_that_copy_what_they_touch():
    transact = models.DynamoDBBackend.transact_write_items

    def touched(self, transact_items):
        for item in transact_items:
            ((_, op),) = item.items()
            table = self.tables.get(op.get("TableName"))
            if table is not None:
                key = op.get("Key") or op["Item"]
                hash_key = DynamoType(key[table.hash_key_attr])
                range_key = DynamoType(key[table.range_key_attr]) if table.range_key_attr else None
                yield table, hash_key, range_key

    def transact_or_undo(self, transact_items):
        places = list(touched(self, transact_items))
        before = [copy.deepcopy(table.get_item(h, r)) for table, h, r in places]
        records = {table.name: len(table.stream_shard.items) for table, _, _ in places if table.stream_shard}
        try:
            transact(self, transact_items)
        except Exception:
            for (table, hash_key, range_key), item in zip(places, before):
                put_back(table, hash_key, range_key, item)
                if table.stream_shard:
                    del table.stream_shard.items[records[table.name] :]
            raise

    def put_back(table, hash_key, range_key, item):
        holder, name = (table.items[hash_key], range_key) if range_key else (table.items, hash_key)
        if item is None:
            holder.pop(name, None)
        else:
            holder[name] = item

    # What moto puts back where a transaction fails is then the table itself.
    models.copy = types.SimpleNamespace(deepcopy=lambda it: it if isinstance(it, Table) else copy.deepcopy(it))
    models.DynamoDBBackend.transact_write_items = transact_or_undo


def main():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    keep_messages_for_readers()
    one_write_at_a_time()
    one_receive_at_a_time()
    queues_that_tell_what_they_were_told()
    functions_that_tell_what_they_were_told()
    sources_that_tell_whom_they_invoke()
    lists_beside_functions()
    apis_that_tell_their_media_types()
    integrations_that_call_nothing()
    imported_apis_that_tell_who_may_call()
    buckets_that_leave_it_to_others_who_may_do_what()
    transactions_that_copy_what_they_touch()
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    print(server.get_host_and_port()[1], flush=True)
    sys.stdin.read()
    server.stop()


main()
