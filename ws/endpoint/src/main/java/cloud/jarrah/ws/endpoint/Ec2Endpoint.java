package cloud.jarrah.ws.endpoint;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.Ec2Response;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Dispatcher;
import cloud.jarrah.platform.actions.Invocation;
import cloud.jarrah.platform.actions.Service;
import cloud.jarrah.platform.actions.WireFields;
import cloud.jarrah.ws.ports.AmazonEC2PortType;
import cloud.jarrah.ws.protocol.Faults;
import cloud.jarrah.ws.protocol.NamespaceIn;
import cloud.jarrah.ws.protocol.NamespaceOut;
import cloud.jarrah.ws.protocol.RequestGate;
import cloud.jarrah.ws.protocol.StrictXml;
import cloud.jarrah.ws.security.SignatureCheck;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jws.WebMethod;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;
import jakarta.xml.ws.handler.MessageContext;
import org.apache.cxf.interceptor.InInterceptors;
import org.apache.cxf.interceptor.OutFaultInterceptors;
import org.apache.cxf.interceptor.OutInterceptors;
import org.jboss.logging.MDC;

/**
 * The SOAP face of EC2. The interceptors authenticate, read and write; every action is one line of
 * a port that hands the request to {@link #call}.
 */
@WebService(
    endpointInterface = "cloud.jarrah.ws.ports.AmazonEC2PortType",
    serviceName = "AmazonEC2",
    portName = "AmazonEC2Port",
    targetNamespace = Ec2Response.NAMESPACE)
@InInterceptors(
    classes = {RequestGate.class, StrictXml.class, SignatureCheck.class, NamespaceIn.class})
@OutInterceptors(classes = NamespaceOut.class)
@OutFaultInterceptors(classes = {Faults.class, NamespaceOut.class})
public class Ec2Endpoint implements AmazonEC2PortType {
  @Inject Dispatcher dispatcher;
  @Resource WebServiceContext context;

  @Override
  @WebMethod(exclude = true)
  public <R extends Ec2Response> R call(Object request, Class<R> answerType) {
    String action = request.getClass().getSimpleName().replaceFirst("Request$", "");
    MessageContext message = context.getMessageContext();
    if (!(message.get(SignatureCheck.CALLER) instanceof Caller caller)) {
      throw new ApiException(ErrorCode.AUTH_FAILURE, "The request is not signed.");
    }
    MDC.put("requestId", caller.requestId());
    MDC.put("account", caller.accountId());
    try {
      WireFields.refuseUnsupported(request);
      Object answer = dispatcher.dispatch(new Invocation(caller, Service.EC2, action, request));
      R response = answerType.cast(answer);
      response.requestId = caller.requestId();
      WireFields.dropNewerThan(NamespaceIn.version(message), response);
      return response;
    } finally {
      MDC.remove("requestId");
      MDC.remove("account");
    }
  }
}
