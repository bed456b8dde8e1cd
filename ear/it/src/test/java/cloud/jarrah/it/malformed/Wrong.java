package cloud.jarrah.it.malformed;

import cloud.jarrah.it.wire.HttpAnswer;
import cloud.jarrah.it.wire.HttpCall;
import java.util.function.Supplier;

/**
 * A wrong request and its answer.
 *
 * @param status of HTTP
 * @param code of the error; empty where the answer is the server's own, without a body
 */
public record Wrong(String what, int status, String code, Supplier<HttpAnswer> request) {

  static Wrong call(String what, int status, String code, HttpCall call) {
    return new Wrong(what, status, code, call::send);
  }
}
