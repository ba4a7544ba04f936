-- LuaHookAccessChecker: asks latchkeyd whether this request may pass.
local socket = require "socket"
local address, port, seconds = "127.0.0.1", 8093, 1

local identity = { "X-Auth-Key-Id", "X-Auth-Key-Name", "X-Auth-Environment", "X-Auth-Customer", "X-Auth-Scopes" }

-- The same with "_" for some "-": to a CGI or WSGI program that is the same name. latchkey.conf removes those with "-".
local forged = {}
local function spell(done, rest)
  local head, tail = rest:match("^([^-]*)-(.*)$")
  if head then
    spell(done .. head .. "-", tail)
    spell(done .. head .. "_", tail)
  elseif (done .. rest):find("_", 1, true) then
    forged[#forged + 1] = done .. rest
  end
end
for _, name in ipairs(identity) do
  spell("", name)
end

-- Status and fields (names in lower case) of the answer; nothing without one.
local function ask(lines)
  local line = socket.tcp()
  line:settimeout(seconds)
  if not line:connect(address, port) or not line:send(table.concat(lines, "\r\n") .. "\r\n\r\n") then
    line:close()
    return nil
  end
  local first = line:receive("*l")
  local status = first and tonumber(first:match("^HTTP/1%.1 (%d%d%d) "))
  local fields = {}
  while status do
    local text = line:receive("*l")
    if not text then
      status = nil -- cut off: no answer
    elseif text == "" then
      break
    else
      local name, value = text:match("^([^:]+):%s*(.-)%s*$")
      if name then
        fields[name:lower()] = value
      end
    end
  end
  line:close()
  return status, fields
end

function check(r)
  if not r.is_initial_req then
    return apache2.DECLINED
  end
  -- A Connection field that names the identity would have it taken off on the way to the API.
  if (r.headers_in["Connection"] or ""):lower():find("x-auth", 1, true) then
    return 400
  end
  for _, name in ipairs(forged) do
    if r.headers_in[name] then
      return 400
    end
  end
  local lines = {
    "GET /v1/forward-auth HTTP/1.1", "Host: latchkeyd", "Connection: close",
    "X-Forwarded-Method: " .. r.method, "X-Forwarded-Uri: " .. r.unparsed_uri,
    "X-Forwarded-For: " .. r.useragent_ip,
  }
  for _, name in ipairs({ "Authorization", "X-Api-Key", "User-Agent" }) do
    local value = r.headers_in[name]
    if value then
      lines[#lines + 1] = name .. ": " .. value
    end
  end
  local status, fields = ask(lines)
  if status == 200 then
    for _, name in ipairs(identity) do
      r.headers_in[name] = fields[name:lower()] or ""
    end
    return apache2.OK
  end
  if status ~= 401 and status ~= 403 and status ~= 429 then
    return 503
  end
  r.err_headers_out["Cache-Control"] = "no-store"
  for _, name in ipairs({ "WWW-Authenticate", "Retry-After" }) do
    if fields[name:lower()] then
      r.err_headers_out[name] = fields[name:lower()]
    end
  end
  return status
end
