package cloud.jarrah.ws.ports;

import cloud.jarrah.api.ec2.CreateLaunchTemplateRequest;
import cloud.jarrah.api.ec2.CreateLaunchTemplateResponse;
import cloud.jarrah.api.ec2.CreateLaunchTemplateVersionRequest;
import cloud.jarrah.api.ec2.CreateLaunchTemplateVersionResponse;
import cloud.jarrah.api.ec2.DeleteLaunchTemplateRequest;
import cloud.jarrah.api.ec2.DeleteLaunchTemplateResponse;
import cloud.jarrah.api.ec2.DeleteLaunchTemplateVersionsRequest;
import cloud.jarrah.api.ec2.DeleteLaunchTemplateVersionsResponse;
import cloud.jarrah.api.ec2.DescribeLaunchTemplateVersionsRequest;
import cloud.jarrah.api.ec2.DescribeLaunchTemplateVersionsResponse;
import cloud.jarrah.api.ec2.DescribeLaunchTemplatesRequest;
import cloud.jarrah.api.ec2.DescribeLaunchTemplatesResponse;
import cloud.jarrah.api.ec2.Ec2Response;
import cloud.jarrah.api.ec2.ModifyLaunchTemplateRequest;
import cloud.jarrah.api.ec2.ModifyLaunchTemplateResponse;
import jakarta.jws.WebMethod;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** Launch templates. */
@WebService(targetNamespace = Ec2Response.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface LaunchTemplatesPort extends Calls {

  @WebMethod(operationName = "CreateLaunchTemplate", action = "CreateLaunchTemplate")
  default CreateLaunchTemplateResponse createLaunchTemplate(CreateLaunchTemplateRequest request) {
    return call(request, CreateLaunchTemplateResponse.class);
  }

  @WebMethod(operationName = "CreateLaunchTemplateVersion", action = "CreateLaunchTemplateVersion")
  default CreateLaunchTemplateVersionResponse createLaunchTemplateVersion(
      CreateLaunchTemplateVersionRequest request) {
    return call(request, CreateLaunchTemplateVersionResponse.class);
  }

  @WebMethod(operationName = "DescribeLaunchTemplates", action = "DescribeLaunchTemplates")
  default DescribeLaunchTemplatesResponse describeLaunchTemplates(
      DescribeLaunchTemplatesRequest request) {
    return call(request, DescribeLaunchTemplatesResponse.class);
  }

  @WebMethod(
      operationName = "DescribeLaunchTemplateVersions",
      action = "DescribeLaunchTemplateVersions")
  default DescribeLaunchTemplateVersionsResponse describeLaunchTemplateVersions(
      DescribeLaunchTemplateVersionsRequest request) {
    return call(request, DescribeLaunchTemplateVersionsResponse.class);
  }

  @WebMethod(operationName = "ModifyLaunchTemplate", action = "ModifyLaunchTemplate")
  default ModifyLaunchTemplateResponse modifyLaunchTemplate(ModifyLaunchTemplateRequest request) {
    return call(request, ModifyLaunchTemplateResponse.class);
  }

  @WebMethod(operationName = "DeleteLaunchTemplate", action = "DeleteLaunchTemplate")
  default DeleteLaunchTemplateResponse deleteLaunchTemplate(DeleteLaunchTemplateRequest request) {
    return call(request, DeleteLaunchTemplateResponse.class);
  }

  @WebMethod(
      operationName = "DeleteLaunchTemplateVersions",
      action = "DeleteLaunchTemplateVersions")
  default DeleteLaunchTemplateVersionsResponse deleteLaunchTemplateVersions(
      DeleteLaunchTemplateVersionsRequest request) {
    return call(request, DeleteLaunchTemplateVersionsResponse.class);
  }
}
