package cloud.jarrah.web.admin;

import cloud.jarrah.api.admin.CreateAccountRequest;
import cloud.jarrah.api.admin.ListAccountsRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Accounts. */
@Path("/admin/v1/accounts")
@Singleton
public class AccountsResource {
  @Inject AdminEndpoint endpoint;

  @POST
  public Response create(@Context HttpServletRequest request) {
    return endpoint.onBody(request, "CreateAccount", CreateAccountRequest.class);
  }

  @GET
  public Response list(@Context HttpServletRequest request) {
    return endpoint.on(request, "ListAccounts", new ListAccountsRequest());
  }
}
