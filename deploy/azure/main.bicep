// IntroBot on Azure Container Apps: the ledger in Azure Tables and the bot in Teams by one managed identity, secrets in Key Vault.
//   az deployment group create --resource-group introbot --template-file deploy/azure/main.bicep --parameters deploy/azure/main.bicepparam

@description('Begins the names of everything made here.')
@minLength(4)
@maxLength(12)
param name string = 'introbot'

param location string = resourceGroup().location

@description('The image made of deploy/Dockerfile, in a registry that the identity or everybody may pull from.')
param image string

@description('The registry to pull from with the identity, such as acme.azurecr.io (the identity needs AcrPull there); empty for a public one.')
param registry string = ''

@description('The text of the programme file.')
param programme string

@description('32 random bytes in base64: openssl rand -base64 32. Everything secret of ours derives from it; losing it loses the contacts\' links.')
@secure()
param masterKey string

@description('Slack\'s signing secret; empty without Slack.')
@secure()
param slackSigningSecret string = ''

@description('Slack\'s bot token (xoxb-…); empty without Slack.')
@secure()
param slackBotToken string = ''

@description('Makes the bot for Microsoft Teams.')
param teams bool = true

@description('The address people and platforms reach the host at, if it is a domain of yours; empty for the one Azure gives.')
param publicBaseUrl string = ''

@description('How many hosts run; each can be lost at any moment.')
@minValue(1)
param hosts int = 2

var unique = uniqueString(resourceGroup().id)
var slack = slackBotToken != ''
var address = publicBaseUrl != '' ? publicBaseUrl : 'https://${name}.${environment.properties.defaultDomain}'

var roles = {
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take('${replace(toLower(name), '-', '')}${unique}', 24)
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    // Nobody reads the ledger with a key, only with an identity that was given the right.
    allowSharedKeyAccess: false
  }
}

resource mayWriteTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identity.id, roles.storageTableDataContributor)
  scope: storage
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageTableDataContributor)
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}-${unique}', 24)
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }

  resource master 'secrets' = {
    name: 'keys-master'
    properties: { value: masterKey }
  }

  resource signing 'secrets' = if (slack) {
    name: 'slack-signing-secret'
    properties: { value: slackSigningSecret }
  }

  resource token 'secrets' = if (slack) {
    name: 'slack-bot-token'
    properties: { value: slackBotToken }
  }
}

resource mayReadSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, roles.keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  properties: {
    zoneRedundant: false
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    environmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 8080
        allowInsecure: false
      }
      registries: registry == '' ? [] : [{ server: registry, identity: identity.id }]
      secrets: concat(
        [
          { name: 'keys-master', keyVaultUrl: vault::master.properties.secretUri, identity: identity.id }
          { name: 'programme', value: programme }
        ],
        slack
          ? [
              { name: 'slack-signing-secret', keyVaultUrl: vault::signing!.properties.secretUri, identity: identity.id }
              { name: 'slack-bot-token', keyVaultUrl: vault::token!.properties.secretUri, identity: identity.id }
            ]
          : []
      )
    }
    template: {
      // The host says that it is not ready, serves five seconds longer, then finishes what it holds.
      terminationGracePeriodSeconds: 40
      scale: { minReplicas: hosts, maxReplicas: hosts }
      volumes: [
        {
          name: 'programme'
          storageType: 'Secret'
          secrets: [{ secretRef: 'programme', path: 'programme.yaml' }]
        }
      ]
      containers: [
        {
          name: 'introbot'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          volumeMounts: [{ volumeName: 'programme', mountPath: '/programme' }]
          env: concat(
            [
              { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
              { name: 'PublicBaseUrl', value: address }
              { name: 'Programme__File', value: '/programme/programme.yaml' }
              { name: 'Keys__Master', secretRef: 'keys-master' }
              { name: 'Storage__Tables', value: storage.properties.primaryEndpoints.table }
              // The ingress in front, on the environment's own network.
              { name: 'Proxies', value: '100.64.0.0/10;10.0.0.0/8' }
            ],
            slack
              ? [
                  { name: 'Slack__SigningSecret', secretRef: 'slack-signing-secret' }
                  { name: 'Slack__BotToken', secretRef: 'slack-bot-token' }
                ]
              : [],
            teams
              ? [
                  { name: 'Teams__AppId', value: identity.properties.clientId }
                  { name: 'Teams__TenantId', value: tenant().tenantId }
                  { name: 'Teams__ManagedIdentity', value: 'true' }
                ]
              : []
          )
          probes: [
            { type: 'Startup', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 2, failureThreshold: 30 }
            { type: 'Liveness', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 10 }
            { type: 'Readiness', httpGet: { path: '/health/ready', port: 8080 }, periodSeconds: 5, failureThreshold: 1 }
          ]
        }
      ]
    }
  }
  dependsOn: [mayReadSecrets, mayWriteTables]
}

// The bot is the managed identity: there is no secret to renew.
resource bot 'Microsoft.BotService/botServices@2022-09-15' = if (teams) {
  name: '${name}-${unique}'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'IntroBot'
    endpoint: '${address}/api/messages'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: tenant().tenantId
    msaAppType: 'UserAssignedMSI'
  }

  resource channel 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: { isEnabled: true }
    }
  }
}

@description('Where people and platforms reach the host: in Slack\'s manifest and in the programme\'s papers.')
output address string = address

@description('Teams:AppId, for the Teams package: ./build manifests Teams:AppId=… PublicBaseUrl=…')
output teamsAppId string = teams ? identity.properties.clientId : ''
