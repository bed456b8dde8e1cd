package cloud.jarrah.ws.ports;

import cloud.jarrah.api.ec2.DescribeAvailabilityZonesRequest;
import cloud.jarrah.api.ec2.DescribeAvailabilityZonesResponse;
import cloud.jarrah.api.ec2.DescribeRegionsRequest;
import cloud.jarrah.api.ec2.DescribeRegionsResponse;
import cloud.jarrah.api.ec2.Ec2Response;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** Regions and availability zones. */
@WebService(targetNamespace = Ec2Response.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface ZonesPort {

  @WebMethod(operationName = "DescribeRegions", action = "DescribeRegions")
  @WebResult(
      name = "DescribeRegionsResponse",
      partName = "DescribeRegionsResponseMsg",
      targetNamespace = Ec2Response.NAMESPACE)
  DescribeRegionsResponse describeRegions(
      @WebParam(
              name = "DescribeRegions",
              partName = "DescribeRegionsRequestMsg",
              targetNamespace = Ec2Response.NAMESPACE)
          DescribeRegionsRequest request);

  @WebMethod(operationName = "DescribeAvailabilityZones", action = "DescribeAvailabilityZones")
  @WebResult(
      name = "DescribeAvailabilityZonesResponse",
      partName = "DescribeAvailabilityZonesResponseMsg",
      targetNamespace = Ec2Response.NAMESPACE)
  DescribeAvailabilityZonesResponse describeAvailabilityZones(
      @WebParam(
              name = "DescribeAvailabilityZones",
              partName = "DescribeAvailabilityZonesRequestMsg",
              targetNamespace = Ec2Response.NAMESPACE)
          DescribeAvailabilityZonesRequest request);
}
