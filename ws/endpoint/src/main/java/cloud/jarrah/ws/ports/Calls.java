package cloud.jarrah.ws.ports;

import cloud.jarrah.api.ec2.Ec2Response;

/** How the ports, which name the actions, reach what carries them out. */
public interface Calls {

  /**
   * Hands a request to the action of its name. Not an operation: the endpoint excludes it.
   *
   * @param request of a class {@code <Action>Request}
   */
  <R extends Ec2Response> R call(Object request, Class<R> answerType);
}
