package cloud.jarrah.ws.ports;

import cloud.jarrah.api.ec2.DescribeAvailabilityZonesRequest;
import cloud.jarrah.api.ec2.DescribeAvailabilityZonesResponse;
import cloud.jarrah.api.ec2.DescribeRegionsRequest;
import cloud.jarrah.api.ec2.DescribeRegionsResponse;
import cloud.jarrah.api.ec2.Ec2Response;
import jakarta.jws.WebMethod;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** Regions and availability zones. */
@WebService(targetNamespace = Ec2Response.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface ZonesPort extends Calls {

  @WebMethod(operationName = "DescribeRegions", action = "DescribeRegions")
  default DescribeRegionsResponse describeRegions(DescribeRegionsRequest request) {
    return call(request, DescribeRegionsResponse.class);
  }

  @WebMethod(operationName = "DescribeAvailabilityZones", action = "DescribeAvailabilityZones")
  default DescribeAvailabilityZonesResponse describeAvailabilityZones(
      DescribeAvailabilityZonesRequest request) {
    return call(request, DescribeAvailabilityZonesResponse.class);
  }
}
