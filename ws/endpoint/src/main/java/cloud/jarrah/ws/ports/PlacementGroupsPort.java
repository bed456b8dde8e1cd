package cloud.jarrah.ws.ports;

import cloud.jarrah.api.ec2.CreatePlacementGroupRequest;
import cloud.jarrah.api.ec2.CreatePlacementGroupResponse;
import cloud.jarrah.api.ec2.DeletePlacementGroupRequest;
import cloud.jarrah.api.ec2.DeletePlacementGroupResponse;
import cloud.jarrah.api.ec2.DescribePlacementGroupsRequest;
import cloud.jarrah.api.ec2.DescribePlacementGroupsResponse;
import cloud.jarrah.api.ec2.Ec2Response;
import jakarta.jws.WebMethod;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** Placement groups. */
@WebService(targetNamespace = Ec2Response.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface PlacementGroupsPort extends Calls {

  @WebMethod(operationName = "CreatePlacementGroup", action = "CreatePlacementGroup")
  default CreatePlacementGroupResponse createPlacementGroup(CreatePlacementGroupRequest request) {
    return call(request, CreatePlacementGroupResponse.class);
  }

  @WebMethod(operationName = "DeletePlacementGroup", action = "DeletePlacementGroup")
  default DeletePlacementGroupResponse deletePlacementGroup(DeletePlacementGroupRequest request) {
    return call(request, DeletePlacementGroupResponse.class);
  }

  @WebMethod(operationName = "DescribePlacementGroups", action = "DescribePlacementGroups")
  default DescribePlacementGroupsResponse describePlacementGroups(
      DescribePlacementGroupsRequest request) {
    return call(request, DescribePlacementGroupsResponse.class);
  }
}
