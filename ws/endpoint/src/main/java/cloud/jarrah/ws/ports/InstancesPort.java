package cloud.jarrah.ws.ports;

import cloud.jarrah.api.ec2.DescribeInstancesRequest;
import cloud.jarrah.api.ec2.DescribeInstancesResponse;
import cloud.jarrah.api.ec2.Ec2Response;
import cloud.jarrah.api.ec2.GetConsoleOutputRequest;
import cloud.jarrah.api.ec2.GetConsoleOutputResponse;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.api.ec2.RunInstancesResponse;
import cloud.jarrah.api.ec2.StartInstancesRequest;
import cloud.jarrah.api.ec2.StartInstancesResponse;
import cloud.jarrah.api.ec2.StopInstancesRequest;
import cloud.jarrah.api.ec2.StopInstancesResponse;
import cloud.jarrah.api.ec2.TerminateInstancesRequest;
import cloud.jarrah.api.ec2.TerminateInstancesResponse;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** Instances. */
@WebService(targetNamespace = Ec2Response.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface InstancesPort {

  @WebMethod(operationName = "RunInstances", action = "RunInstances")
  @WebResult(
      name = "RunInstancesResponse",
      partName = "RunInstancesResponseMsg",
      targetNamespace = Ec2Response.NAMESPACE)
  RunInstancesResponse runInstances(
      @WebParam(
              name = "RunInstances",
              partName = "RunInstancesRequestMsg",
              targetNamespace = Ec2Response.NAMESPACE)
          RunInstancesRequest request);

  @WebMethod(operationName = "DescribeInstances", action = "DescribeInstances")
  @WebResult(
      name = "DescribeInstancesResponse",
      partName = "DescribeInstancesResponseMsg",
      targetNamespace = Ec2Response.NAMESPACE)
  DescribeInstancesResponse describeInstances(
      @WebParam(
              name = "DescribeInstances",
              partName = "DescribeInstancesRequestMsg",
              targetNamespace = Ec2Response.NAMESPACE)
          DescribeInstancesRequest request);

  @WebMethod(operationName = "TerminateInstances", action = "TerminateInstances")
  @WebResult(
      name = "TerminateInstancesResponse",
      partName = "TerminateInstancesResponseMsg",
      targetNamespace = Ec2Response.NAMESPACE)
  TerminateInstancesResponse terminateInstances(
      @WebParam(
              name = "TerminateInstances",
              partName = "TerminateInstancesRequestMsg",
              targetNamespace = Ec2Response.NAMESPACE)
          TerminateInstancesRequest request);

  @WebMethod(operationName = "StopInstances", action = "StopInstances")
  @WebResult(
      name = "StopInstancesResponse",
      partName = "StopInstancesResponseMsg",
      targetNamespace = Ec2Response.NAMESPACE)
  StopInstancesResponse stopInstances(
      @WebParam(
              name = "StopInstances",
              partName = "StopInstancesRequestMsg",
              targetNamespace = Ec2Response.NAMESPACE)
          StopInstancesRequest request);

  @WebMethod(operationName = "StartInstances", action = "StartInstances")
  @WebResult(
      name = "StartInstancesResponse",
      partName = "StartInstancesResponseMsg",
      targetNamespace = Ec2Response.NAMESPACE)
  StartInstancesResponse startInstances(
      @WebParam(
              name = "StartInstances",
              partName = "StartInstancesRequestMsg",
              targetNamespace = Ec2Response.NAMESPACE)
          StartInstancesRequest request);

  @WebMethod(operationName = "GetConsoleOutput", action = "GetConsoleOutput")
  @WebResult(
      name = "GetConsoleOutputResponse",
      partName = "GetConsoleOutputResponseMsg",
      targetNamespace = Ec2Response.NAMESPACE)
  GetConsoleOutputResponse getConsoleOutput(
      @WebParam(
              name = "GetConsoleOutput",
              partName = "GetConsoleOutputRequestMsg",
              targetNamespace = Ec2Response.NAMESPACE)
          GetConsoleOutputRequest request);
}
