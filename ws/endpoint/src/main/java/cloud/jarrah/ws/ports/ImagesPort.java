package cloud.jarrah.ws.ports;

import cloud.jarrah.api.ec2.DescribeImagesRequest;
import cloud.jarrah.api.ec2.DescribeImagesResponse;
import cloud.jarrah.api.ec2.Ec2Response;
import jakarta.jws.WebMethod;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** Machine images. */
@WebService(targetNamespace = Ec2Response.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface ImagesPort extends Calls {

  @WebMethod(operationName = "DescribeImages", action = "DescribeImages")
  default DescribeImagesResponse describeImages(DescribeImagesRequest request) {
    return call(request, DescribeImagesResponse.class);
  }
}
