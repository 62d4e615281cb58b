"""The AWS emulator (moto), as the tests need it.

Prints its port, then serves on the loopback until standard input ends, so that it never outlives whoever started it.

Two things moto does by itself would make tests lie, and are switched off:
- it hands messages and stream records to Lambda functions the moment they arrive, and they are gone for a test's reader;
- its conditional writes are not atomic: two threads can both find that an item is not there.
"""

import logging
import sys
import threading

from moto.awslambda.models import LambdaBackend
from moto.dynamodb.responses import DynamoHandler
from moto.server import ThreadedMotoServer


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


def main():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    keep_messages_for_readers()
    one_write_at_a_time()
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    print(server.get_host_and_port()[1], flush=True)
    sys.stdin.read()
    server.stop()


main()
