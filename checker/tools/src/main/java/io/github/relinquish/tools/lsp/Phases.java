package io.github.relinquish.tools.lsp;

import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;

/** Holds the client to the order of the protocol: what is asked before {@code initialize} or behind {@code shutdown} is refused. */
final class Phases {
  private MessageConsumer toClient;
  private boolean isBegun;
  private boolean isEnded;

  /** Stands before whoever gets the client's messages; who sends ours is remembered for refusals. */
  MessageConsumer around(MessageConsumer consumer) {
    if (!(consumer instanceof RemoteEndpoint)) {
      toClient = consumer;
      return consumer;
    }
    return message -> {
      if (isInTime(message)) {
        consumer.consume(message);
      } else if (message instanceof RequestMessage request) {
        refuse(request);
      }
    };
  }

  /** Called for one message after the other. */
  private boolean isInTime(Message message) {
    if (message instanceof RequestMessage request) {
      boolean isFirst = request.getMethod().equals("initialize");
      boolean isInTime = isFirst ? !isBegun : isBegun && !isEnded;
      isBegun |= isFirst;
      isEnded |= isInTime && request.getMethod().equals("shutdown");
      return isInTime;
    }
    return !(message instanceof NotificationMessage notification) || isBegun && !isEnded || notification.getMethod().equals("exit");
  }

  private void refuse(RequestMessage request) {
    ResponseMessage answer = new ResponseMessage();
    answer.setRawId(request.getRawId());
    answer.setError(isBegun ? new ResponseError(ResponseErrorCode.InvalidRequest, request.getMethod() + " comes too late", null)
        : new ResponseError(ResponseErrorCode.ServerNotInitialized, request.getMethod() + " comes before initialize", null));
    toClient.consume(answer);
  }
}
