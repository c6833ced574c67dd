#!/bin/sh
# The whole life of a member, by nothing but curl: create a user, find the bank, read what it asks
# for, create the member, poll, answer its question, poll, read the accounts, delete.
#
#   atrium-sandbox --port 4010 &
#   sh test/sandbox/life-of-a-member.sh http://127.0.0.1:4010 [atrium|v20111101|v20250224]
#
# Without a second word it speaks Atrium; the other two are the versions of MX Platform.
# Prints every answer. Stops with a sentence and a status of 1 at the first that is not as it should be.
set -eu

base=${1:?say where the sandbox is, such as http://127.0.0.1:4010}
api=${2:-atrium}
answer=''

# ask CURL_ARGUMENTS: curl, with the headers by which the API is told
ask() {
  case $api in
    atrium)
      curl "$@" --header 'Accept: application/vnd.mx.atrium.v1+json' \
        --header 'MX-API-Key: any-key' --header 'MX-Client-ID: any-client'
      ;;
    v20111101)
      curl "$@" --header 'Accept: application/vnd.mx.api.v1+json' --user any-client:any-key
      ;;
    v20250224)
      curl "$@" --header 'Accept: application/json' --header 'Accept-Version: v20250224' \
        --user any-client:any-key
      ;;
    *) fail "the API $api" ;;
  esac
}

# call METHOD PATH EXPECTED_STATUS [BODY]
call() {
  echo "> $1 $2"
  raw=$(ask --silent --show-error --max-time 10 --request "$1" \
    --header 'Content-Type: application/json' \
    ${4:+--data "$4"} --write-out '\n%{http_code}' "$base$2")
  code=${raw##*
}
  answer=${raw%
*}
  echo "< $code $answer"
  echo
  [ "$code" = "$3" ] || fail "$1 $2 answered $code instead of $3"
}

fail() {
  echo "Not as it should be: $1." >&2
  exit 1
}

# holds TEXT: the last answer has it
holds() {
  case $answer in
    *"$1"*) ;;
    *) fail "the answer lacks $1" ;;
  esac
}

# guid PREFIX [N]: the first (or Nth) guid of that kind in the last answer
guid() {
  echo "$answer" | grep -o "$1-[0-9a-f-]*" | sed -n "${2:-1}p"
}

# poll TEXT: reads the status until the answer has it
poll() {
  tries=0
  while :; do
    call GET "$member/status" 200
    case $answer in *"$1"*) return ;; esac
    tries=$((tries + 1))
    [ "$tries" -lt 30 ] || fail "the status never had $1"
    sleep 0.3
  done
}

call POST /users 200 '{"user":{"metadata":"made with curl"}}'
user=/users/$(guid USR)

call GET '/institutions?name=mx%20bank' 200
holds '"code":"mxbank"'

call GET /institutions/mxbank/credentials 200
login=$(guid CRD 1)
password=$(guid CRD 2)

case $api in
  atrium) created=200 ;;
  *) created=202 ;;
esac
call POST "$user/members" "$created" "{\"member\":{\"institution_code\":\"mxbank\",\"credentials\":[
  {\"guid\":\"$login\",\"value\":\"test_atrium\"},{\"guid\":\"$password\",\"value\":\"challenge\"}]}}"
holds '"connection_status":"CREATED"'
member=$user/members/$(guid MBR)

poll '"connection_status":"CHALLENGED"'

call GET "$member/challenges" 200
challenge=$(guid CRD)

call PUT "$member/resume" 202 "{\"member\":{\"challenges\":[{\"guid\":\"$challenge\",\"value\":\"correct\"}]}}"
holds '"connection_status":"RESUMED"'

poll '"is_being_aggregated":false'
holds '"connection_status":"CONNECTED"'
case $api in
  atrium) holds '"status":"COMPLETED"' ;;
  *) holds '"has_processed_account_numbers":false' ;;
esac

call GET "$member/challenges" 204

call GET "$member/accounts" 200
holds '"type":"CHECKING"'

call DELETE "$member" 204
call GET "$member" 404
call DELETE "$user" 204

echo 'The member lived as it should.'
