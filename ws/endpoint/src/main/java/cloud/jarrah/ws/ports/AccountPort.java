package cloud.jarrah.ws.ports;

import cloud.jarrah.api.ec2.DescribeAccountAttributesRequest;
import cloud.jarrah.api.ec2.DescribeAccountAttributesResponse;
import cloud.jarrah.api.ec2.DescribeAggregateIdFormatRequest;
import cloud.jarrah.api.ec2.DescribeAggregateIdFormatResponse;
import cloud.jarrah.api.ec2.DescribeIdFormatRequest;
import cloud.jarrah.api.ec2.DescribeIdFormatResponse;
import cloud.jarrah.api.ec2.DescribeIdentityIdFormatRequest;
import cloud.jarrah.api.ec2.DescribeIdentityIdFormatResponse;
import cloud.jarrah.api.ec2.DescribePrincipalIdFormatRequest;
import cloud.jarrah.api.ec2.DescribePrincipalIdFormatResponse;
import cloud.jarrah.api.ec2.Ec2Response;
import cloud.jarrah.api.ec2.ModifyIdFormatRequest;
import cloud.jarrah.api.ec2.ModifyIdFormatResponse;
import cloud.jarrah.api.ec2.ModifyIdentityIdFormatRequest;
import cloud.jarrah.api.ec2.ModifyIdentityIdFormatResponse;
import jakarta.jws.WebMethod;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** What accounts may do, and the form of their ids. */
@WebService(targetNamespace = Ec2Response.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface AccountPort extends Calls {

  @WebMethod(operationName = "DescribeAccountAttributes", action = "DescribeAccountAttributes")
  default DescribeAccountAttributesResponse describeAccountAttributes(
      DescribeAccountAttributesRequest request) {
    return call(request, DescribeAccountAttributesResponse.class);
  }

  @WebMethod(operationName = "DescribeIdFormat", action = "DescribeIdFormat")
  default DescribeIdFormatResponse describeIdFormat(DescribeIdFormatRequest request) {
    return call(request, DescribeIdFormatResponse.class);
  }

  @WebMethod(operationName = "DescribeIdentityIdFormat", action = "DescribeIdentityIdFormat")
  default DescribeIdentityIdFormatResponse describeIdentityIdFormat(
      DescribeIdentityIdFormatRequest request) {
    return call(request, DescribeIdentityIdFormatResponse.class);
  }

  @WebMethod(operationName = "DescribeAggregateIdFormat", action = "DescribeAggregateIdFormat")
  default DescribeAggregateIdFormatResponse describeAggregateIdFormat(
      DescribeAggregateIdFormatRequest request) {
    return call(request, DescribeAggregateIdFormatResponse.class);
  }

  @WebMethod(operationName = "DescribePrincipalIdFormat", action = "DescribePrincipalIdFormat")
  default DescribePrincipalIdFormatResponse describePrincipalIdFormat(
      DescribePrincipalIdFormatRequest request) {
    return call(request, DescribePrincipalIdFormatResponse.class);
  }

  @WebMethod(operationName = "ModifyIdFormat", action = "ModifyIdFormat")
  default ModifyIdFormatResponse modifyIdFormat(ModifyIdFormatRequest request) {
    return call(request, ModifyIdFormatResponse.class);
  }

  @WebMethod(operationName = "ModifyIdentityIdFormat", action = "ModifyIdentityIdFormat")
  default ModifyIdentityIdFormatResponse modifyIdentityIdFormat(
      ModifyIdentityIdFormatRequest request) {
    return call(request, ModifyIdentityIdFormatResponse.class);
  }
}
