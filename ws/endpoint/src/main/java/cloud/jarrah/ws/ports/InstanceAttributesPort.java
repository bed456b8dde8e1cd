package cloud.jarrah.ws.ports;

import cloud.jarrah.api.ec2.DescribeInstanceAttributeRequest;
import cloud.jarrah.api.ec2.DescribeInstanceAttributeResponse;
import cloud.jarrah.api.ec2.DescribeInstanceCreditSpecificationsRequest;
import cloud.jarrah.api.ec2.DescribeInstanceCreditSpecificationsResponse;
import cloud.jarrah.api.ec2.Ec2Response;
import cloud.jarrah.api.ec2.GetPasswordDataRequest;
import cloud.jarrah.api.ec2.GetPasswordDataResponse;
import cloud.jarrah.api.ec2.ModifyInstanceAttributeRequest;
import cloud.jarrah.api.ec2.ModifyInstanceAttributeResponse;
import cloud.jarrah.api.ec2.ModifyInstanceMaintenanceOptionsRequest;
import cloud.jarrah.api.ec2.ModifyInstanceMaintenanceOptionsResponse;
import cloud.jarrah.api.ec2.MonitorInstancesRequest;
import cloud.jarrah.api.ec2.MonitorInstancesResponse;
import cloud.jarrah.api.ec2.ResetInstanceAttributeRequest;
import cloud.jarrah.api.ec2.ResetInstanceAttributeResponse;
import cloud.jarrah.api.ec2.UnmonitorInstancesRequest;
import cloud.jarrah.api.ec2.UnmonitorInstancesResponse;
import jakarta.jws.WebMethod;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** What instances are like. */
@WebService(targetNamespace = Ec2Response.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface InstanceAttributesPort extends Calls {

  @WebMethod(operationName = "DescribeInstanceAttribute", action = "DescribeInstanceAttribute")
  default DescribeInstanceAttributeResponse describeInstanceAttribute(
      DescribeInstanceAttributeRequest request) {
    return call(request, DescribeInstanceAttributeResponse.class);
  }

  @WebMethod(operationName = "ModifyInstanceAttribute", action = "ModifyInstanceAttribute")
  default ModifyInstanceAttributeResponse modifyInstanceAttribute(
      ModifyInstanceAttributeRequest request) {
    return call(request, ModifyInstanceAttributeResponse.class);
  }

  @WebMethod(
      operationName = "ModifyInstanceMaintenanceOptions",
      action = "ModifyInstanceMaintenanceOptions")
  default ModifyInstanceMaintenanceOptionsResponse modifyInstanceMaintenanceOptions(
      ModifyInstanceMaintenanceOptionsRequest request) {
    return call(request, ModifyInstanceMaintenanceOptionsResponse.class);
  }

  @WebMethod(operationName = "ResetInstanceAttribute", action = "ResetInstanceAttribute")
  default ResetInstanceAttributeResponse resetInstanceAttribute(
      ResetInstanceAttributeRequest request) {
    return call(request, ResetInstanceAttributeResponse.class);
  }

  @WebMethod(operationName = "MonitorInstances", action = "MonitorInstances")
  default MonitorInstancesResponse monitorInstances(MonitorInstancesRequest request) {
    return call(request, MonitorInstancesResponse.class);
  }

  @WebMethod(operationName = "UnmonitorInstances", action = "UnmonitorInstances")
  default UnmonitorInstancesResponse unmonitorInstances(UnmonitorInstancesRequest request) {
    return call(request, UnmonitorInstancesResponse.class);
  }

  @WebMethod(operationName = "GetPasswordData", action = "GetPasswordData")
  default GetPasswordDataResponse getPasswordData(GetPasswordDataRequest request) {
    return call(request, GetPasswordDataResponse.class);
  }

  @WebMethod(
      operationName = "DescribeInstanceCreditSpecifications",
      action = "DescribeInstanceCreditSpecifications")
  default DescribeInstanceCreditSpecificationsResponse describeInstanceCreditSpecifications(
      DescribeInstanceCreditSpecificationsRequest request) {
    return call(request, DescribeInstanceCreditSpecificationsResponse.class);
  }
}
