package cloud.jarrah.ws.endpoint;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.CreateKeyPairRequest;
import cloud.jarrah.api.ec2.CreateKeyPairResponse;
import cloud.jarrah.api.ec2.DeleteKeyPairRequest;
import cloud.jarrah.api.ec2.DeleteKeyPairResponse;
import cloud.jarrah.api.ec2.DescribeAvailabilityZonesRequest;
import cloud.jarrah.api.ec2.DescribeAvailabilityZonesResponse;
import cloud.jarrah.api.ec2.DescribeImagesRequest;
import cloud.jarrah.api.ec2.DescribeImagesResponse;
import cloud.jarrah.api.ec2.DescribeInstancesRequest;
import cloud.jarrah.api.ec2.DescribeInstancesResponse;
import cloud.jarrah.api.ec2.DescribeKeyPairsRequest;
import cloud.jarrah.api.ec2.DescribeKeyPairsResponse;
import cloud.jarrah.api.ec2.DescribeRegionsRequest;
import cloud.jarrah.api.ec2.DescribeRegionsResponse;
import cloud.jarrah.api.ec2.Ec2Response;
import cloud.jarrah.api.ec2.GetConsoleOutputRequest;
import cloud.jarrah.api.ec2.GetConsoleOutputResponse;
import cloud.jarrah.api.ec2.ImportKeyPairRequest;
import cloud.jarrah.api.ec2.ImportKeyPairResponse;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.api.ec2.RunInstancesResponse;
import cloud.jarrah.api.ec2.StartInstancesRequest;
import cloud.jarrah.api.ec2.StartInstancesResponse;
import cloud.jarrah.api.ec2.StopInstancesRequest;
import cloud.jarrah.api.ec2.StopInstancesResponse;
import cloud.jarrah.api.ec2.TerminateInstancesRequest;
import cloud.jarrah.api.ec2.TerminateInstancesResponse;
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
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;
import jakarta.xml.ws.handler.MessageContext;
import org.apache.cxf.interceptor.InInterceptors;
import org.apache.cxf.interceptor.OutFaultInterceptors;
import org.apache.cxf.interceptor.OutInterceptors;
import org.jboss.logging.MDC;

/**
 * The SOAP face of EC2. The interceptors authenticate, read and write; every action is one line
 * that hands the request to the dispatcher.
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
  public DescribeRegionsResponse describeRegions(DescribeRegionsRequest request) {
    return call("DescribeRegions", request, DescribeRegionsResponse.class);
  }

  @Override
  public DescribeAvailabilityZonesResponse describeAvailabilityZones(
      DescribeAvailabilityZonesRequest request) {
    return call("DescribeAvailabilityZones", request, DescribeAvailabilityZonesResponse.class);
  }

  @Override
  public CreateKeyPairResponse createKeyPair(CreateKeyPairRequest request) {
    return call("CreateKeyPair", request, CreateKeyPairResponse.class);
  }

  @Override
  public ImportKeyPairResponse importKeyPair(ImportKeyPairRequest request) {
    return call("ImportKeyPair", request, ImportKeyPairResponse.class);
  }

  @Override
  public DeleteKeyPairResponse deleteKeyPair(DeleteKeyPairRequest request) {
    return call("DeleteKeyPair", request, DeleteKeyPairResponse.class);
  }

  @Override
  public DescribeKeyPairsResponse describeKeyPairs(DescribeKeyPairsRequest request) {
    return call("DescribeKeyPairs", request, DescribeKeyPairsResponse.class);
  }

  @Override
  public DescribeImagesResponse describeImages(DescribeImagesRequest request) {
    return call("DescribeImages", request, DescribeImagesResponse.class);
  }

  @Override
  public RunInstancesResponse runInstances(RunInstancesRequest request) {
    return call("RunInstances", request, RunInstancesResponse.class);
  }

  @Override
  public DescribeInstancesResponse describeInstances(DescribeInstancesRequest request) {
    return call("DescribeInstances", request, DescribeInstancesResponse.class);
  }

  @Override
  public TerminateInstancesResponse terminateInstances(TerminateInstancesRequest request) {
    return call("TerminateInstances", request, TerminateInstancesResponse.class);
  }

  @Override
  public StopInstancesResponse stopInstances(StopInstancesRequest request) {
    return call("StopInstances", request, StopInstancesResponse.class);
  }

  @Override
  public StartInstancesResponse startInstances(StartInstancesRequest request) {
    return call("StartInstances", request, StartInstancesResponse.class);
  }

  @Override
  public GetConsoleOutputResponse getConsoleOutput(GetConsoleOutputRequest request) {
    return call("GetConsoleOutput", request, GetConsoleOutputResponse.class);
  }

  private <R extends Ec2Response> R call(String action, Object request, Class<R> answerType) {
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
