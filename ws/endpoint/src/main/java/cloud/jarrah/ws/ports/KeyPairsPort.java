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
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** Key pairs. */
@WebService(targetNamespace = Ec2Response.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface KeyPairsPort {

  @WebMethod(operationName = "CreateKeyPair", action = "CreateKeyPair")
  @WebResult(
      name = "CreateKeyPairResponse",
      partName = "CreateKeyPairResponseMsg",
      targetNamespace = Ec2Response.NAMESPACE)
  CreateKeyPairResponse createKeyPair(
      @WebParam(
              name = "CreateKeyPair",
              partName = "CreateKeyPairRequestMsg",
              targetNamespace = Ec2Response.NAMESPACE)
          CreateKeyPairRequest request);

  @WebMethod(operationName = "ImportKeyPair", action = "ImportKeyPair")
  @WebResult(
      name = "ImportKeyPairResponse",
      partName = "ImportKeyPairResponseMsg",
      targetNamespace = Ec2Response.NAMESPACE)
  ImportKeyPairResponse importKeyPair(
      @WebParam(
              name = "ImportKeyPair",
              partName = "ImportKeyPairRequestMsg",
              targetNamespace = Ec2Response.NAMESPACE)
          ImportKeyPairRequest request);

  @WebMethod(operationName = "DeleteKeyPair", action = "DeleteKeyPair")
  @WebResult(
      name = "DeleteKeyPairResponse",
      partName = "DeleteKeyPairResponseMsg",
      targetNamespace = Ec2Response.NAMESPACE)
  DeleteKeyPairResponse deleteKeyPair(
      @WebParam(
              name = "DeleteKeyPair",
              partName = "DeleteKeyPairRequestMsg",
              targetNamespace = Ec2Response.NAMESPACE)
          DeleteKeyPairRequest request);

  @WebMethod(operationName = "DescribeKeyPairs", action = "DescribeKeyPairs")
  @WebResult(
      name = "DescribeKeyPairsResponse",
      partName = "DescribeKeyPairsResponseMsg",
      targetNamespace = Ec2Response.NAMESPACE)
  DescribeKeyPairsResponse describeKeyPairs(
      @WebParam(
              name = "DescribeKeyPairs",
              partName = "DescribeKeyPairsRequestMsg",
              targetNamespace = Ec2Response.NAMESPACE)
          DescribeKeyPairsRequest request);
}
