package cloud.jarrah.ws.ports;

import cloud.jarrah.api.ec2.DescribeInstanceStatusRequest;
import cloud.jarrah.api.ec2.DescribeInstanceStatusResponse;
import cloud.jarrah.api.ec2.DescribeInstancesRequest;
import cloud.jarrah.api.ec2.DescribeInstancesResponse;
import cloud.jarrah.api.ec2.Ec2Response;
import cloud.jarrah.api.ec2.GetConsoleOutputRequest;
import cloud.jarrah.api.ec2.GetConsoleOutputResponse;
import cloud.jarrah.api.ec2.GetConsoleScreenshotRequest;
import cloud.jarrah.api.ec2.GetConsoleScreenshotResponse;
import cloud.jarrah.api.ec2.RebootInstancesRequest;
import cloud.jarrah.api.ec2.RebootInstancesResponse;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.api.ec2.RunInstancesResponse;
import cloud.jarrah.api.ec2.SendDiagnosticInterruptRequest;
import cloud.jarrah.api.ec2.SendDiagnosticInterruptResponse;
import cloud.jarrah.api.ec2.StartInstancesRequest;
import cloud.jarrah.api.ec2.StartInstancesResponse;
import cloud.jarrah.api.ec2.StopInstancesRequest;
import cloud.jarrah.api.ec2.StopInstancesResponse;
import cloud.jarrah.api.ec2.TerminateInstancesRequest;
import cloud.jarrah.api.ec2.TerminateInstancesResponse;
import jakarta.jws.WebMethod;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** Instances. */
@WebService(targetNamespace = Ec2Response.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface InstancesPort extends Calls {

  @WebMethod(operationName = "RunInstances", action = "RunInstances")
  default RunInstancesResponse runInstances(RunInstancesRequest request) {
    return call(request, RunInstancesResponse.class);
  }

  @WebMethod(operationName = "DescribeInstances", action = "DescribeInstances")
  default DescribeInstancesResponse describeInstances(DescribeInstancesRequest request) {
    return call(request, DescribeInstancesResponse.class);
  }

  @WebMethod(operationName = "DescribeInstanceStatus", action = "DescribeInstanceStatus")
  default DescribeInstanceStatusResponse describeInstanceStatus(
      DescribeInstanceStatusRequest request) {
    return call(request, DescribeInstanceStatusResponse.class);
  }

  @WebMethod(operationName = "TerminateInstances", action = "TerminateInstances")
  default TerminateInstancesResponse terminateInstances(TerminateInstancesRequest request) {
    return call(request, TerminateInstancesResponse.class);
  }

  @WebMethod(operationName = "StopInstances", action = "StopInstances")
  default StopInstancesResponse stopInstances(StopInstancesRequest request) {
    return call(request, StopInstancesResponse.class);
  }

  @WebMethod(operationName = "StartInstances", action = "StartInstances")
  default StartInstancesResponse startInstances(StartInstancesRequest request) {
    return call(request, StartInstancesResponse.class);
  }

  @WebMethod(operationName = "RebootInstances", action = "RebootInstances")
  default RebootInstancesResponse rebootInstances(RebootInstancesRequest request) {
    return call(request, RebootInstancesResponse.class);
  }

  @WebMethod(operationName = "GetConsoleScreenshot", action = "GetConsoleScreenshot")
  default GetConsoleScreenshotResponse getConsoleScreenshot(GetConsoleScreenshotRequest request) {
    return call(request, GetConsoleScreenshotResponse.class);
  }

  @WebMethod(operationName = "SendDiagnosticInterrupt", action = "SendDiagnosticInterrupt")
  default SendDiagnosticInterruptResponse sendDiagnosticInterrupt(
      SendDiagnosticInterruptRequest request) {
    return call(request, SendDiagnosticInterruptResponse.class);
  }

  @WebMethod(operationName = "GetConsoleOutput", action = "GetConsoleOutput")
  default GetConsoleOutputResponse getConsoleOutput(GetConsoleOutputRequest request) {
    return call(request, GetConsoleOutputResponse.class);
  }
}
