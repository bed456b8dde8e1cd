package cloud.jarrah.ws.ports;

import cloud.jarrah.api.ec2.DescribeImagesRequest;
import cloud.jarrah.api.ec2.DescribeImagesResponse;
import cloud.jarrah.api.ec2.Ec2Response;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** Machine images. */
@WebService(targetNamespace = Ec2Response.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface ImagesPort {

  @WebMethod(operationName = "DescribeImages", action = "DescribeImages")
  @WebResult(
      name = "DescribeImagesResponse",
      partName = "DescribeImagesResponseMsg",
      targetNamespace = Ec2Response.NAMESPACE)
  DescribeImagesResponse describeImages(
      @WebParam(
              name = "DescribeImages",
              partName = "DescribeImagesRequestMsg",
              targetNamespace = Ec2Response.NAMESPACE)
          DescribeImagesRequest request);
}
