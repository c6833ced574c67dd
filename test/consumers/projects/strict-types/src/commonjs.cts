import server = require('react-atrium-connect/server');

export = server.toNodeListener;
