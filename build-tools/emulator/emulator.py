"""The AWS emulator (moto), as the tests need it.

Prints its port, then serves on the loopback until standard input ends, so that it never outlives whoever started it.

Three things moto does by itself would make tests lie, and are switched off:
- it hands messages and stream records to Lambda functions the moment they arrive, and they are gone for a test's reader;
- its conditional writes are not atomic: two threads can both find that an item is not there;
- nor is receiving: two threads can both find that a message is visible.

One thing it forgets would keep Terraform waiting for ever: which queues may redrive into a queue. Here it is told back, and a
redrive policy as it was written.

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

from moto.apigateway.models import APIGatewayBackend
from moto.awslambda.models import LambdaBackend
from moto.dynamodb import models
from moto.dynamodb.models.dynamo_type import DynamoType
from moto.dynamodb.models.table import Table
from moto.dynamodb.responses import DynamoHandler
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

    DynamoHandler.call_action = locked


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


def integrations_that_call_nothing():
    put = APIGatewayBackend.put_integration

    def put_whatever_it_calls(self, *args, **named):
        named.setdefault("uri", "")
        named.setdefault("integration_method", "")
        return put(self, *args, **named)

    APIGatewayBackend.put_integration = put_whatever_it_calls


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
    integrations_that_call_nothing()
    transactions_that_copy_what_they_touch()
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    print(server.get_host_and_port()[1], flush=True)
    sys.stdin.read()
    server.stop()


main()
