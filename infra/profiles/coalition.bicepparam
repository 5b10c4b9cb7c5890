// Some hundred people, and the mail server that the secretariat has anyway.
using '../main.bicep'

param environmentName = 'testland'
param location = 'swedencentral'
param profile = 'coalition'
param privateNetworking = false
param mailFrom = 'secretariat@example.org'
param coordinators = 'coordinator@example.org'
param alertContacts = 'coordinator@example.org, treasurer@example.org'
param mailProvider = 'smtp'
param smtpHost = 'smtp.example.org'
param smtpUser = 'secretariat'
