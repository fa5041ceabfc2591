using 'main.bicep'

param image = 'acme.azurecr.io/introbot:latest'
param registry = 'acme.azurecr.io'
// A programme of your own, after docs/programme.md; this example names a workspace and channels that are not yours.
param programme = loadTextContent('../../docs/programme.example.yaml')
param masterKey = readEnvironmentVariable('KEYS_MASTER')
param slackSigningSecret = readEnvironmentVariable('SLACK_SIGNING_SECRET', '')
param slackBotToken = readEnvironmentVariable('SLACK_BOT_TOKEN', '')
