package cloud.jarrah.ws.ports;

import cloud.jarrah.api.ec2.CreateTagsRequest;
import cloud.jarrah.api.ec2.CreateTagsResponse;
import cloud.jarrah.api.ec2.DeleteTagsRequest;
import cloud.jarrah.api.ec2.DeleteTagsResponse;
import cloud.jarrah.api.ec2.DescribeTagsRequest;
import cloud.jarrah.api.ec2.DescribeTagsResponse;
import cloud.jarrah.api.ec2.Ec2Response;
import jakarta.jws.WebMethod;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** Tags. */
@WebService(targetNamespace = Ec2Response.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface TagsPort extends Calls {

  @WebMethod(operationName = "CreateTags", action = "CreateTags")
  default CreateTagsResponse createTags(CreateTagsRequest request) {
    return call(request, CreateTagsResponse.class);
  }

  @WebMethod(operationName = "DeleteTags", action = "DeleteTags")
  default DeleteTagsResponse deleteTags(DeleteTagsRequest request) {
    return call(request, DeleteTagsResponse.class);
  }

  @WebMethod(operationName = "DescribeTags", action = "DescribeTags")
  default DescribeTagsResponse describeTags(DescribeTagsRequest request) {
    return call(request, DescribeTagsResponse.class);
  }
}
