package cloud.jarrah.ws.ports;

import cloud.jarrah.api.ec2.CreateKeyPairRequest;
import cloud.jarrah.api.ec2.CreateKeyPairResponse;
import cloud.jarrah.api.ec2.DeleteKeyPairRequest;
import cloud.jarrah.api.ec2.DeleteKeyPairResponse;
import cloud.jarrah.api.ec2.DescribeKeyPairsRequest;
import cloud.jarrah.api.ec2.DescribeKeyPairsResponse;
import cloud.jarrah.api.ec2.Ec2Response;
import cloud.jarrah.api.ec2.ImportKeyPairRequest;
import cloud.jarrah.api.ec2.ImportKeyPairResponse;
import jakarta.jws.WebMethod;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** Key pairs. */
@WebService(targetNamespace = Ec2Response.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface KeyPairsPort extends Calls {

  @WebMethod(operationName = "CreateKeyPair", action = "CreateKeyPair")
  default CreateKeyPairResponse createKeyPair(CreateKeyPairRequest request) {
    return call(request, CreateKeyPairResponse.class);
  }

  @WebMethod(operationName = "ImportKeyPair", action = "ImportKeyPair")
  default ImportKeyPairResponse importKeyPair(ImportKeyPairRequest request) {
    return call(request, ImportKeyPairResponse.class);
  }

  @WebMethod(operationName = "DeleteKeyPair", action = "DeleteKeyPair")
  default DeleteKeyPairResponse deleteKeyPair(DeleteKeyPairRequest request) {
    return call(request, DeleteKeyPairResponse.class);
  }

  @WebMethod(operationName = "DescribeKeyPairs", action = "DescribeKeyPairs")
  default DescribeKeyPairsResponse describeKeyPairs(DescribeKeyPairsRequest request) {
    return call(request, DescribeKeyPairsResponse.class);
  }
}
