package cloud.jarrah.web.admin;

import cloud.jarrah.api.admin.DeleteInstanceTypeRequest;
import cloud.jarrah.api.admin.InstanceTypeSettings;
import cloud.jarrah.api.admin.ListInstanceTypesRequest;
import cloud.jarrah.api.admin.PutInstanceTypeRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Instance types. */
@Path("/admin/v1/instance-types")
@Singleton
public class InstanceTypesResource {
  @Inject AdminEndpoint endpoint;

  @GET
  public Response list(@Context HttpServletRequest request) {
    return endpoint.on(request, "ListInstanceTypes", new ListInstanceTypesRequest());
  }

  @PUT
  @Path("{name}")
  public Response put(@Context HttpServletRequest request, @PathParam("name") String name) {
    return endpoint.onBody(
        request,
        "PutInstanceType",
        InstanceTypeSettings.class,
        settings -> new PutInstanceTypeRequest(name, settings));
  }

  @DELETE
  @Path("{name}")
  public Response delete(@Context HttpServletRequest request, @PathParam("name") String name) {
    return endpoint.on(request, "DeleteInstanceType", new DeleteInstanceTypeRequest(name));
  }
}
