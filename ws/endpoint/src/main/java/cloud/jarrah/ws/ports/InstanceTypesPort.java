package cloud.jarrah.ws.ports;

import cloud.jarrah.api.ec2.DescribeInstanceTypeOfferingsRequest;
import cloud.jarrah.api.ec2.DescribeInstanceTypeOfferingsResponse;
import cloud.jarrah.api.ec2.DescribeInstanceTypesRequest;
import cloud.jarrah.api.ec2.DescribeInstanceTypesResponse;
import cloud.jarrah.api.ec2.Ec2Response;
import jakarta.jws.WebMethod;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** Instance types. */
@WebService(targetNamespace = Ec2Response.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface InstanceTypesPort extends Calls {

  @WebMethod(operationName = "DescribeInstanceTypes", action = "DescribeInstanceTypes")
  default DescribeInstanceTypesResponse describeInstanceTypes(
      DescribeInstanceTypesRequest request) {
    return call(request, DescribeInstanceTypesResponse.class);
  }

  @WebMethod(
      operationName = "DescribeInstanceTypeOfferings",
      action = "DescribeInstanceTypeOfferings")
  default DescribeInstanceTypeOfferingsResponse describeInstanceTypeOfferings(
      DescribeInstanceTypeOfferingsRequest request) {
    return call(request, DescribeInstanceTypeOfferingsResponse.class);
  }
}
