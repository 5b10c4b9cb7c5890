// Front Door and its two addresses. Where they lead is in front-door-routes.bicep: the app must know its address before there is an app to lead to.
param name string
param token string
param tags object

resource profile 'Microsoft.Cdn/profiles@2025-06-01' = {
  name: name
  location: 'global'
  tags: tags
  sku: { name: 'Standard_AzureFrontDoor' }
  properties: {
    // A spreadsheet of evidence on a weak network takes its time.
    originResponseTimeoutSeconds: 120
    // Personal links stand in addresses; no log of Front Door is to hold one, nor who came from where.
    logScrubbing: {
      state: 'Enabled'
      scrubbingRules: [
        { matchVariable: 'RequestUri', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
        { matchVariable: 'QueryStringArgNames', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
        { matchVariable: 'RequestIPAddress', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
      ]
    }
  }

  resource app 'afdEndpoints' = {
    name: 'followup-${token}'
    location: 'global'
    tags: tags
    properties: { enabledState: 'Enabled' }
  }

  resource plans 'afdEndpoints' = {
    name: 'plans-${token}'
    location: 'global'
    tags: tags
    properties: { enabledState: 'Enabled' }
  }
}

output frontDoorId string = profile.properties.frontDoorId
output appEndpoint string = profile::app.name
output appHost string = profile::app.properties.hostName
output plansEndpoint string = profile::plans.name
output plansHost string = profile::plans.properties.hostName
